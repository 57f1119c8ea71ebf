import { collect } from '../__testUtils__/collect';
import { BLOCK } from '../__testUtils__/fakeDaemon';
import { lastBlockCollector } from './lastBlock';

describe('lastBlockCollector', () => {
  it('describes the top block', async () => {
    await expect(collect(lastBlockCollector)).resolves.toEqual({
      monero_lastblock_timestamp_seconds: '1800000000',
      [`monero_lastblock_hash_info{hash="${BLOCK.hash}"}`]: '1',
      monero_lastblock_height: '999',
      monero_lastblock_difficulty: '300000000000',
      monero_lastblock_reward_monero: '0.612345',
      monero_lastblock_size_bytes: '80000',
      monero_lastblock_weight_bytes: '81000',
      monero_lastblock_transactions: '30',
    });
  });

  it('gives the genesis block no age', async () => {
    const getLastBlockHeader = async () => ({
      ...BLOCK,
      index: 0,
      timestampSeconds: 0,
    });
    const series = await collect(lastBlockCollector, { getLastBlockHeader });
    expect(series).not.toHaveProperty('monero_lastblock_timestamp_seconds');
    expect(series).toHaveProperty('monero_lastblock_height', '0');
  });
});
