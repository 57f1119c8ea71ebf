import { walletMethod } from '../walletMethod';

/** Which accounts. */
export interface GetAccountsParams {
  /** Only those with this tag. */
  tag?: string;
  /** The tag is a regular expression. */
  tagIsPattern?: boolean;
  /** Leave out change that is not in a block yet. */
  strict?: boolean;
}

/** An account. */
export interface Account {
  accountIndex: number;
  address: string;
  label: string;
  tag: string;
  balanceAtomicUnits: bigint;
  unlockedAtomicUnits: bigint;
}

/** Accounts, and what they have together. */
export interface Accounts {
  balanceAtomicUnits: bigint;
  unlockedAtomicUnits: bigint;
  accounts: Account[];
}

/** Accounts of the wallet. */
export const getAccounts = walletMethod<GetAccountsParams | void, Accounts>(
  'get_accounts',
  {
    encode: params => ({
      tag: params?.tag,
      regexp: params?.tagIsPattern,
      strict_balances: params?.strict,
    }),
    decode: wire => ({
      balanceAtomicUnits: wire.uint64('total_balance'),
      unlockedAtomicUnits: wire.uint64('total_unlocked_balance'),
      accounts: wire.list('subaddress_accounts', each => ({
        accountIndex: each.count('account_index'),
        address: each.string('base_address'),
        label: each.string('label'),
        tag: each.string('tag'),
        balanceAtomicUnits: each.uint64('balance'),
        unlockedAtomicUnits: each.uint64('unlocked_balance'),
      })),
    }),
  },
);
