import { walletMethod } from '../walletMethod';

/** Takes the tags of accounts off. */
export const untagAccounts = walletMethod<{
  accountIndices: readonly number[];
}>('untag_accounts', {
  encode: ({ accountIndices }) => ({ accounts: accountIndices }),
});
