import { walletMethod } from '../walletMethod';

/** A tag, and who has it. */
export interface AccountTag {
  tag: string;
  description: string;
  accountIndices: number[];
}

/** Tags of accounts. */
export const getAccountTags = walletMethod<void, AccountTag[]>(
  'get_account_tags',
  {
    decode: wire =>
      wire.list('account_tags', each => ({
        tag: each.string('tag'),
        description: each.string('label'),
        accountIndices: each.counts('accounts'),
      })),
  },
);
