import { decodeTransfer, Transfer } from '../Transfer';
import { walletMethod } from '../walletMethod';

/** Kinds of transfers. */
export type TransferKind = 'in' | 'out' | 'pending' | 'failed' | 'pool';

/** Which transfers. */
export interface GetTransfersParams {
  kinds: readonly TransferKind[];
  /** 0 unless said. */
  accountIndex?: number;
  addressIndices?: readonly number[];
  allAccounts?: boolean;
  /** Only in blocks after this index. */
  afterBlockIndex?: number;
  /** Only in blocks up to this index. */
  lastBlockIndex?: number;
}

/** Transfers of each kind. */
export type Transfers = Record<TransferKind, Transfer[]>;

/** The wallet's own limit, where none is said. */
const NO_LIMIT = 500_000_000;

/** What came in and went out. */
export const getTransfers = walletMethod<GetTransfersParams, Transfers>(
  'get_transfers',
  {
    encode: params => ({
      ...Object.fromEntries(params.kinds.map(kind => [kind, true])),
      account_index: params.accountIndex ?? 0,
      subaddr_indices: params.addressIndices,
      all_accounts: params.allAccounts ?? false,
      filter_by_height:
        params.afterBlockIndex !== undefined ||
        params.lastBlockIndex !== undefined,
      min_height: params.afterBlockIndex ?? 0,
      max_height: params.lastBlockIndex ?? NO_LIMIT,
    }),
    decode: wire => ({
      in: wire.list('in', decodeTransfer),
      out: wire.list('out', decodeTransfer),
      pending: wire.list('pending', decodeTransfer),
      failed: wire.list('failed', decodeTransfer),
      pool: wire.list('pool', decodeTransfer),
    }),
  },
);
