import { inMonero } from '../atomicUnits';
import { Collector } from './collector';

/** Transactions that wait for a block, from get_transaction_pool_stats. */
export const transactionPoolCollector: Collector = {
  name: 'transaction_pool',
  async collect(daemon, metrics) {
    const pool = await daemon.getTransactionPoolStats();
    metrics.gauge(
      'monero_transaction_pool_transactions',
      'Transactions in the pool.',
      pool.transactions,
    );
    metrics.gauge(
      'monero_transaction_pool_size_bytes',
      'Size of all transactions in the pool.',
      pool.totalBytes,
    );
    if (pool.transactions > 0) {
      metrics.gauges(
        'monero_transaction_pool_transactions_size_bytes',
        'Sizes of single transactions in the pool; absent when it is empty.',
        [
          { labels: { stat: 'min' }, value: pool.minBytes },
          { labels: { stat: 'median' }, value: pool.medianBytes },
          { labels: { stat: 'max' }, value: pool.maxBytes },
        ],
      );
    }
    metrics.gauge(
      'monero_transaction_pool_fees_monero',
      'Fees of all transactions in the pool.',
      inMonero(pool.feesAtomicUnits),
    );
    metrics.gauge(
      'monero_transaction_pool_oldest_timestamp_seconds',
      'Unix time at which the oldest came in; absent when the pool is empty.',
      pool.oldestSeconds,
    );
    metrics.gauge(
      'monero_transaction_pool_older_than_10m',
      'Transactions that wait for more than 10 minutes.',
      pool.olderThan10Minutes,
    );
    metrics.gauge(
      'monero_transaction_pool_double_spends',
      'Transactions that spend what another one spends.',
      pool.doubleSpends,
    );
    metrics.gauge(
      'monero_transaction_pool_failing_transactions',
      'Transactions that failed verification.',
      pool.failing,
    );
    metrics.gauge(
      'monero_transaction_pool_not_relayed',
      'Transactions not sent to peers yet.',
      pool.notRelayed,
    );
  },
};
