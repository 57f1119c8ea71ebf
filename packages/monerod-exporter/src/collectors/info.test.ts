import { collect } from '../__testUtils__/collect';
import { INFO, MASKED } from '../__testUtils__/fakeDaemon';
import { infoCollector } from './info';

describe('infoCollector', () => {
  it('measures a node in sync', async () => {
    await expect(collect(infoCollector)).resolves.toEqual({
      monero_info_height: '1000',
      monero_info_blocks_behind: '0',
      monero_info_synchronized: '1',
      monero_info_busy_syncing: '0',
      monero_info_in_sync: '1',
      'monero_info_nettype{nettype="mainnet"}': '1',
      monero_info_mainnet: '1',
      monero_info_offline: '0',
      monero_info_rpc_connections: '2',
      'monero_peerlist{type="white"}': '900',
      'monero_peerlist{type="grey"}': '4000',
      monero_info_difficulty: '300000000000',
      monero_info_transactions: '42',
      monero_info_alternative_blocks: '1',
      monero_info_block_weight_limit_bytes: '600000',
      monero_info_block_weight_median_bytes: '300000',
      monero_info_database_size_bytes: '200000000000',
      monero_info_free_space_bytes: '90000000000',
      monero_info_start_time_seconds: '1700000000',
      monero_info_update_available: '0',
    });
  });

  it('says how far a node is behind', async () => {
    const getInfo = async () => ({
      ...INFO,
      synchronized: false,
      targetHeight: 1184,
    });
    await expect(collect(infoCollector, { getInfo })).resolves.toMatchObject({
      monero_info_target_height: '1184',
      monero_info_blocks_behind: '184',
      monero_info_synchronized: '0',
      monero_info_in_sync: '0',
    });
  });

  it('leaves out what a restricted listener masks', async () => {
    const series = await collect(infoCollector, {
      getInfo: async () => MASKED,
    });
    expect(Object.keys(series)).toEqual([
      'monero_info_height',
      'monero_info_blocks_behind',
      'monero_info_synchronized',
      'monero_info_busy_syncing',
      'monero_info_in_sync',
      'monero_info_nettype{nettype="mainnet"}',
      'monero_info_mainnet',
      'monero_info_offline',
      'monero_info_difficulty',
      'monero_info_transactions',
      'monero_info_block_weight_limit_bytes',
      'monero_info_block_weight_median_bytes',
      'monero_info_database_size_bytes',
    ]);
  });

  it('does not claim to know how far a node without peers is behind', async () => {
    const getInfo = async () => ({
      ...INFO,
      incomingConnections: 0,
      outgoingConnections: 0,
    });
    const series = await collect(infoCollector, { getInfo });
    expect(series).toMatchObject({
      monero_info_synchronized: '1',
      monero_info_in_sync: '0',
    });
    expect(series).not.toHaveProperty('monero_info_blocks_behind');
  });
});
