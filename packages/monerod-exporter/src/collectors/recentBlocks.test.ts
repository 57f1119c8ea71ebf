import { collect } from '../__testUtils__/collect';
import { BLOCK, INFO } from '../__testUtils__/fakeDaemon';
import { recentBlocksCollector } from './recentBlocks';

describe('recentBlocksCollector', () => {
  it('asks for the last ten blocks and gives their hashes', async () => {
    const getBlockHeaders = jest.fn(async () => [
      { ...BLOCK, index: 998, hash: 'cd'.repeat(32) },
      BLOCK,
    ]);
    await expect(
      collect(recentBlocksCollector, { getBlockHeaders }),
    ).resolves.toEqual({
      [`monero_recent_block_info{index="998",hash="${'cd'.repeat(32)}"}`]: '1',
      [`monero_recent_block_info{index="999",hash="${BLOCK.hash}"}`]: '1',
    });
    expect(getBlockHeaders).toHaveBeenCalledWith(
      { first: 990, last: 999 },
      expect.anything(),
    );
  });

  it('asks from the first block on while there are fewer than ten', async () => {
    const getBlockHeaders = jest.fn(async () => [BLOCK]);
    await collect(recentBlocksCollector, {
      getInfo: async () => ({ ...INFO, height: 3 }),
      getBlockHeaders,
    });
    expect(getBlockHeaders).toHaveBeenCalledWith(
      { first: 0, last: 2 },
      expect.anything(),
    );
  });
});
