import { walletMethod } from '../walletMethod';

/** Gives accounts a tag. */
export const tagAccounts = walletMethod<{
  tag: string;
  accountIndices: readonly number[];
}>('tag_accounts', {
  encode: ({ tag, accountIndices }) => ({ tag, accounts: accountIndices }),
});
