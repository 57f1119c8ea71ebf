import { query } from '../endpoint';

/** Summary of the transactions that wait for a block. */
export interface TransactionPoolStats {
  transactions: number;
  totalBytes: number;
  minBytes: number;
  medianBytes: number;
  maxBytes: number;
  feesAtomicUnits: bigint;
  /** Unix time at which the oldest came in; `undefined` when the pool is empty. */
  oldestSeconds?: number;
  olderThan10Minutes: number;
  doubleSpends: number;
  failing: number;
  notRelayed: number;
}

/** Summary of the transaction pool. `Busy` until the daemon has caught up. */
export const getTransactionPoolStats = query(
  'get_transaction_pool_stats',
  'path',
  (wire): TransactionPoolStats => {
    const stats = wire.object('pool_stats');
    return {
      transactions: stats.count('txs_total'),
      totalBytes: stats.count('bytes_total'),
      minBytes: stats.count('bytes_min'),
      medianBytes: stats.count('bytes_med'),
      maxBytes: stats.count('bytes_max'),
      feesAtomicUnits: stats.uint64('fee_total'),
      oldestSeconds: stats.count('oldest') || undefined,
      olderThan10Minutes: stats.count('num_10m'),
      doubleSpends: stats.count('num_double_spends'),
      failing: stats.count('num_failing'),
      notRelayed: stats.count('num_not_relayed'),
    };
  },
);
