import { collect } from '../__testUtils__/collect';
import { fakeDaemon } from '../__testUtils__/fakeDaemon';
import { transactionPoolCollector } from './transactionPool';

describe('transactionPoolCollector', () => {
  it('summarizes the pool', async () => {
    await expect(collect(transactionPoolCollector)).resolves.toEqual({
      monero_transaction_pool_transactions: '7',
      monero_transaction_pool_size_bytes: '14000',
      'monero_transaction_pool_transactions_size_bytes{stat="min"}': '1500',
      'monero_transaction_pool_transactions_size_bytes{stat="median"}': '1600',
      'monero_transaction_pool_transactions_size_bytes{stat="max"}': '4000',
      monero_transaction_pool_fees_monero: '0.0025',
      monero_transaction_pool_oldest_timestamp_seconds: '1799999000',
      monero_transaction_pool_older_than_10m: '1',
      monero_transaction_pool_double_spends: '0',
      monero_transaction_pool_failing_transactions: '2',
      monero_transaction_pool_not_relayed: '3',
    });
  });

  it('knows no oldest transaction of an empty pool', async () => {
    const stats = await fakeDaemon().getTransactionPoolStats();
    const getTransactionPoolStats = async () => ({
      ...stats,
      transactions: 0,
      oldestSeconds: undefined,
    });
    const series = await collect(transactionPoolCollector, {
      getTransactionPoolStats,
    });
    expect(series).toHaveProperty('monero_transaction_pool_transactions', '0');
    expect(Object.keys(series).join()).not.toMatch(/oldest|transactions_size/);
  });
});
