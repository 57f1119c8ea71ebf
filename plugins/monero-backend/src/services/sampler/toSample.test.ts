import { parseMetrics } from './parseMetrics';
import { NODE_WANTED, toSample } from './toSample';

const NOW = Date.parse('2026-03-01T12:00:00Z');

const sampleOf = (text: string) =>
  toSample(parseMetrics(text, NODE_WANTED.families), NOW);

const scrape = `# HELP monero_up whether monerod answers
# TYPE monero_up gauge
monero_up 1
monero_build_info{version="0.18.4.0-release"} 1
monero_info_height 3412880
monero_info_target_height 3412890
monero_info_synchronized 0
monero_info_in_sync 0
monero_info_nettype{nettype="mainnet"} 1
monero_info_difficulty 4.8e+11
monero_info_database_size_bytes 2.8e+11
monero_info_free_space_bytes 1.1e+11
monero_p2p_connections{type="in",state="normal"} 40
monero_p2p_connections{type="in",state="synchronizing"} 1
monero_p2p_connections{type="out"} 64
monero_p2p_connections_by_address_kind{type="in",kind="ipv4"} 38
monero_p2p_connections_by_address_kind{type="in",kind="tor"} 3
monero_p2p_connections_by_address_kind{type="out",kind="i2p"} 4
monero_anonymity_service_published{network="tor",service="p2p"} 1
monero_anonymity_service_published{network="tor",service="rpc"} 1
monero_anonymity_service_published{network="tor",service="ftp"} 1
monero_anonymity_service_published{network="i2p",service="p2p"} 0
monero_tor_up 1
monero_tor_bootstrapped_ratio 1
monero_tor_introduction_circuits 3
monero_i2pd_up 1
monero_i2pd_known_routers 812
monero_i2pd_service_tunnels{type="in"} 0
monero_i2pd_service_tunnels{type="out"} 2
monero_lastblock_timestamp_seconds 1772366400
monero_lastblock_hash_info{hash="abc"} 1
monero_transaction_pool_transactions 0
monero_recent_block_info{index="3412878",hash="789"} 1
monero_recent_block_info{index="3412879",hash="abc"} 1
monero_exporter_collector_success{collector="info"} 1
monero_exporter_collector_success{collector="local_peers"} 1
monero_p2p_local_peer_info{host="10.244.1.5"} 1
monero_exporter_time_seconds 1772366412.4
# EOF
`;

describe('toSample', () => {
  it('reads what the exporter tells', () => {
    expect(sampleOf(scrape)).toEqual({
      up: true,
      version: '0.18.4.0-release',
      nettype: 'mainnet',
      height: 3_412_880,
      targetHeight: 3_412_890,
      synchronized: false,
      inSync: false,
      peersIn: 41,
      peersOut: 64,
      peersAnonymous: 7,
      peersAnonymousIn: 3,
      peersAnonymousOut: 4,
      services: [
        { network: 'tor', service: 'p2p', published: true },
        { network: 'tor', service: 'rpc', published: true },
        { network: 'i2p', service: 'p2p', published: false },
      ],
      tor: { up: true, bootstrapped: 1, introductionCircuits: 3 },
      i2pd: { up: true, knownRouters: 812, tunnelsIn: 0, tunnelsOut: 2 },
      databaseBytes: 280e9,
      freeBytes: 110e9,
      transactionPool: 0,
      lastBlockAt: '2026-03-01T12:00:00.000Z',
      topHash: 'abc',
      difficulty: 480e9,
      blocks: new Map([
        [3_412_878, '789'],
        [3_412_879, 'abc'],
      ]),
      localPeers: ['10.244.1.5'],
      clockSkewSeconds: 12,
    });
  });

  it('leaves unknown what is not told, never zero', () => {
    const sample = sampleOf('monero_up 0\n');
    expect(sample.up).toBe(false);
    expect(
      Object.values({ ...sample, up: undefined }).every(
        value => value === undefined,
      ),
    ).toBe(true);
  });

  it('takes a target height of 0 for none, as monerod means it', () => {
    expect(sampleOf('monero_info_target_height 0').targetHeight).toBe(
      undefined,
    );
  });

  it.each([
    ['monero_info_height -5', 'height'],
    ['monero_info_height 1e300', 'height'],
    ['monero_lastblock_timestamp_seconds 1e300', 'lastBlockAt'],
    ['monero_lastblock_timestamp_seconds 0', 'lastBlockAt'],
    ['monero_build_info{version=""} 1', 'version'],
  ] as const)('does not believe %s', (text, field) => {
    expect(sampleOf(text)[field]).toBeUndefined();
  });

  it('bounds texts', () => {
    const text = `monero_build_info{version="${'9'.repeat(3_000)}"} 1`;
    expect(sampleOf(text).version).toHaveLength(100);
  });

  it.each([
    [
      'asked and found none',
      'monero_exporter_collector_success{collector="local_peers"} 1',
      [],
    ],
    [
      'could not ask',
      'monero_exporter_collector_success{collector="local_peers"} 0',
      undefined,
    ],
    ['does not know the question', 'monero_up 1', undefined],
  ])('tells whether the exporter %s about links', (_, text, expected) => {
    expect(sampleOf(text).localPeers).toEqual(expected);
  });
});
