import { walletMethod } from '../walletMethod';

/** Names an account. */
export const labelAccount = walletMethod<{
  accountIndex: number;
  label: string;
}>('label_account', {
  encode: ({ accountIndex, label }) => ({ account_index: accountIndex, label }),
});
