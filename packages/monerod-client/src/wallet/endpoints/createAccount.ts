import { walletMethod } from '../walletMethod';

/** Makes a new account. */
export const createAccount = walletMethod<
  { label?: string } | void,
  { accountIndex: number; address: string }
>('create_account', {
  encode: params => ({ label: params?.label ?? '' }),
  decode: wire => ({
    accountIndex: wire.count('account_index'),
    address: wire.string('address'),
  }),
});
