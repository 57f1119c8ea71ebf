import { alternateChain } from '../__testUtils__/fakeDaemon';
import { collect } from '../__testUtils__/collect';
import { alternativeChainsCollector } from './alternativeChains';
import { bansCollector } from './bans';
import { feesCollector } from './fees';
import { netStatsCollector } from './netStats';
import { rpcUseCollector } from './rpcUse';

describe('netStatsCollector', () => {
  it('counts bytes and packets', async () => {
    expect(await collect(netStatsCollector)).toEqual({
      monero_net_rx_bytes_total: '5000',
      monero_net_tx_bytes_total: '7000',
      monero_net_rx_packets_total: '50',
      monero_net_tx_packets_total: '70',
    });
  });
});

describe('rpcUseCollector', () => {
  it('counts calls and their time, in seconds', async () => {
    expect(await collect(rpcUseCollector)).toEqual({
      'monero_rpc_hits_total{method="get_info"}': '12',
      'monero_rpc_hits_total{method="get_block"}': '1',
      'monero_rpc_seconds_total{method="get_info"}': '3.5',
      'monero_rpc_seconds_total{method="get_block"}': '0.002',
    });
  });

  it('has an end, whatever answers', async () => {
    const rpcAccessTracking = async () =>
      Array.from({ length: 10_000 }, (_, index) => ({
        call: `call-${index}`,
        count: 1,
        nanoseconds: 1n,
      }));
    const series = await collect(rpcUseCollector, { rpcAccessTracking });
    expect(Object.keys(series)).toHaveLength(400);
  });
});

describe('bansCollector', () => {
  it('counts bans', async () => {
    expect(await collect(bansCollector)).toEqual({ monero_bans: '1' });
  });
});

describe('alternativeChainsCollector', () => {
  it('counts branches, and tells the longest and the nearest', async () => {
    expect(await collect(alternativeChainsCollector)).toEqual({
      monero_alternative_chains: '2',
      monero_alternative_chains_longest_blocks: '5',
      monero_alternative_chains_nearest_blocks: '9',
    });
  });

  it('shows a branch that is longer than the chain', async () => {
    const getAlternateChains = async () => [alternateChain(3, 1001)];
    expect(
      await collect(alternativeChainsCollector, { getAlternateChains }),
    ).toMatchObject({ monero_alternative_chains_nearest_blocks: '-2' });
  });

  it('knows zero, and no distance, without branches', async () => {
    const getAlternateChains = async () => [];
    expect(
      await collect(alternativeChainsCollector, { getAlternateChains }),
    ).toEqual({
      monero_alternative_chains: '0',
      monero_alternative_chains_longest_blocks: '0',
    });
  });
});

describe('feesCollector', () => {
  it('tells the four priorities in monero', async () => {
    expect(await collect(feesCollector)).toEqual({
      'monero_fee_estimate_monero_per_byte{priority="slow"}': '2e-8',
      'monero_fee_estimate_monero_per_byte{priority="normal"}': '8e-8',
      'monero_fee_estimate_monero_per_byte{priority="fast"}': '3.2e-7',
      'monero_fee_estimate_monero_per_byte{priority="fastest"}': '0.000004',
    });
  });

  it('tells the slowest where a release knows no other', async () => {
    const getFeeEstimate = async () => ({
      feePerByteAtomicUnits: 20_000n,
      feesPerByteAtomicUnits: [],
      quantizationAtomicUnits: 10_000n,
    });
    expect(await collect(feesCollector, { getFeeEstimate })).toEqual({
      'monero_fee_estimate_monero_per_byte{priority="slow"}': '2e-8',
    });
  });
});
