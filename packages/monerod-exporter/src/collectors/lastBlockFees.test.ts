import { MonerodError } from 'monerod-client';
import { collect } from '../__testUtils__/collect';
import { BLOCK, fakeDaemon } from '../__testUtils__/fakeDaemon';
import { createBlockFeesSource } from '../blockFees';
import { lastBlockFeesCollector } from './lastBlockFees';

describe('lastBlockFeesCollector', () => {
  it('tells new coins from fees', async () => {
    expect(await collect(lastBlockFeesCollector)).toEqual({
      monero_lastblock_fees_monero: '0.012345',
      monero_lastblock_subsidy_monero: '0.6',
    });
  });
});

describe('createBlockFeesSource', () => {
  const setUp = () => {
    const client = fakeDaemon();
    const getCoinbaseTransactionSum = jest.fn(client.getCoinbaseTransactionSum);
    const source = createBlockFeesSource({ getCoinbaseTransactionSum });
    return { source, asked: getCoinbaseTransactionSum };
  };

  it('asks once for each block', async () => {
    const { source, asked } = setUp();
    await source(BLOCK, {});
    await source(BLOCK, {});
    expect(asked).toHaveBeenCalledTimes(1);
    await source({ ...BLOCK, hash: 'ef'.repeat(32), index: 1000 }, {});
    expect(asked).toHaveBeenLastCalledWith({ first: 1000, blocks: 1 }, {});
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('does not take the fees of a block that came in between', async () => {
    const { source } = setUp();
    await expect(
      source({ ...BLOCK, rewardAtomicUnits: 1n }, {}),
    ).rejects.toThrow(MonerodError);
  });
});
