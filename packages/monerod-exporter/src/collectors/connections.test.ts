import { collect } from '../__testUtils__/collect';
import { connection } from '../__testUtils__/fakeDaemon';
import { connectionsCollector } from './connections';

describe('connectionsCollector', () => {
  it('counts by direction and by what they do, and knows who is not there', async () => {
    const series = await collect(connectionsCollector);
    expect(series).toMatchObject({
      'monero_p2p_connections{type="in",state="normal"}': '1',
      'monero_p2p_connections{type="in",state="synchronizing"}': '0',
      'monero_p2p_connections{type="out",state="normal"}': '1',
      'monero_p2p_connections{type="out",state="synchronizing"}': '1',
    });
  });

  it('counts by the network that links run over', async () => {
    const getConnections = async () => [
      connection(true),
      { ...connection(true), addressKind: 'tor' as const },
      { ...connection(false), addressKind: 'i2p' as const },
      { ...connection(false), addressKind: 'unknown' as const },
    ];
    const series = await collect(connectionsCollector, { getConnections });
    const byKind = Object.entries(series).filter(([name]) =>
      name.includes('by_address_kind'),
    );
    expect(Object.fromEntries(byKind)).toEqual({
      'monero_p2p_connections_by_address_kind{type="in",kind="ipv4"}': '1',
      'monero_p2p_connections_by_address_kind{type="in",kind="ipv6"}': '0',
      'monero_p2p_connections_by_address_kind{type="in",kind="tor"}': '1',
      'monero_p2p_connections_by_address_kind{type="in",kind="i2p"}': '0',
      'monero_p2p_connections_by_address_kind{type="out",kind="ipv4"}': '0',
      'monero_p2p_connections_by_address_kind{type="out",kind="ipv6"}': '0',
      'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': '0',
      'monero_p2p_connections_by_address_kind{type="out",kind="i2p"}': '1',
      'monero_p2p_connections_by_address_kind{type="out",kind="unknown"}': '1',
    });
  });

  it('makes no label of a word that monerod does not use', async () => {
    const getConnections = async () => [
      connection(true, 'x'.repeat(100)),
      connection(true, 'y'),
    ];
    const series = await collect(connectionsCollector, { getConnections });
    expect(series).toHaveProperty(
      ['monero_p2p_connections{type="in",state="unknown"}'],
      '2',
    );
    expect(Object.keys(series).join()).not.toMatch(/xx|"y"/);
  });

  it('gives ages, heights and rates as they are now', async () => {
    const getConnections = async () =>
      [10, 20, 60].map(liveSeconds => ({
        ...connection(false),
        liveSeconds,
        height: 900 + liveSeconds,
        receivedBytes: 600,
        sentBytes: liveSeconds,
      }));
    expect(
      await collect(connectionsCollector, { getConnections }),
    ).toMatchObject({
      'monero_p2p_connections_age_seconds{stat="min"}': '10',
      'monero_p2p_connections_age_seconds{stat="median"}': '20',
      'monero_p2p_connections_age_seconds{stat="max"}': '60',
      'monero_p2p_connections_height{stat="max"}': '960',
      'monero_p2p_connections_rx_bytes_per_second{stat="min"}': '10',
      'monero_p2p_connections_tx_bytes_per_second{stat="median"}': '1',
    });
  });

  it('says zero when there are none: that is known; what nobody has is absent', async () => {
    const series = await collect(connectionsCollector, {
      getConnections: async () => [],
    });
    expect(new Set(Object.values(series))).toEqual(new Set(['0']));
    expect(Object.keys(series).join()).not.toMatch(/age|height|per_second/);
  });

  it('gives no rate to a link that has just begun', async () => {
    const getConnections = async () => [
      { ...connection(false), liveSeconds: 0 },
    ];
    const series = await collect(connectionsCollector, { getConnections });
    expect(Object.keys(series).join()).not.toContain('per_second');
  });
});
