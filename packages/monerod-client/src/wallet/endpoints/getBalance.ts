import { walletMethod } from '../walletMethod';

/** Whose balance. */
export interface GetBalanceParams {
  /** 0 unless said. */
  accountIndex?: number;
  /** Addresses to tell apart; all that ever got something unless said. */
  addressIndices?: readonly number[];
  allAccounts?: boolean;
  /** Leave out change that is not in a block yet. */
  strict?: boolean;
}

/** Money of one address. */
export interface AddressBalance {
  accountIndex: number;
  addressIndex: number;
  address: string;
  label: string;
  balanceAtomicUnits: bigint;
  unlockedAtomicUnits: bigint;
  unspentOutputs: number;
  blocksToUnlock: number;
  secondsToUnlock: number;
}

/** Money of an account. */
export interface Balance {
  balanceAtomicUnits: bigint;
  /** What can be spent now. */
  unlockedAtomicUnits: bigint;
  /** Blocks until all of it can be spent. */
  blocksToUnlock: number;
  /** Seconds until what is locked by time can be spent. */
  secondsToUnlock: number;
  /** A multisig wallet that lacks what the others know. */
  multisigImportNeeded: boolean;
  addresses: AddressBalance[];
}

/** Money of an account, and of each of its addresses. */
export const getBalance = walletMethod<GetBalanceParams | void, Balance>(
  'get_balance',
  {
    encode: params => ({
      account_index: params?.accountIndex ?? 0,
      address_indices: params?.addressIndices,
      all_accounts: params?.allAccounts,
      strict: params?.strict,
    }),
    decode: wire => ({
      balanceAtomicUnits: wire.uint64('balance'),
      unlockedAtomicUnits: wire.uint64('unlocked_balance'),
      blocksToUnlock: wire.count('blocks_to_unlock'),
      secondsToUnlock: wire.count('time_to_unlock'),
      multisigImportNeeded: wire.boolean('multisig_import_needed'),
      addresses: wire.list('per_subaddress', each => ({
        accountIndex: each.count('account_index'),
        addressIndex: each.count('address_index'),
        address: each.string('address'),
        label: each.string('label'),
        balanceAtomicUnits: each.uint64('balance'),
        unlockedAtomicUnits: each.uint64('unlocked_balance'),
        unspentOutputs: each.count('num_unspent_outputs'),
        blocksToUnlock: each.count('blocks_to_unlock'),
        secondsToUnlock: each.count('time_to_unlock'),
      })),
    }),
  },
);
