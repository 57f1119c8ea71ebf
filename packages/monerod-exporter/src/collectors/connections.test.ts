import { collect } from '../__testUtils__/collect';
import { connectionsCollector } from './connections';

describe('connectionsCollector', () => {
  it('counts by direction and by state', async () => {
    await expect(collect(connectionsCollector)).resolves.toEqual({
      'monero_p2p_connections{type="in"}': '1',
      'monero_p2p_connections{type="out"}': '2',
      'monero_p2p_connections_by_state{type="in",state="normal"}': '1',
      'monero_p2p_connections_by_state{type="out",state="normal"}': '1',
      'monero_p2p_connections_by_state{type="out",state="synchronizing"}': '1',
    });
  });

  it('says zero when there are none: that is known', async () => {
    await expect(
      collect(connectionsCollector, { getConnections: async () => [] }),
    ).resolves.toEqual({
      'monero_p2p_connections{type="in"}': '0',
      'monero_p2p_connections{type="out"}': '0',
    });
  });
});
