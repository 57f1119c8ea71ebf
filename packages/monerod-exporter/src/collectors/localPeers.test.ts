import { collect } from '../__testUtils__/collect';
import { fakeDaemon } from '../__testUtils__/fakeDaemon';
import { localPeersCollector } from './localPeers';

async function connection(change: object) {
  const [first] = await fakeDaemon({}).getConnections();
  return { ...first, incoming: true, state: 'normal', ...change };
}

const families = async (...changes: object[]) => {
  const connections = await Promise.all(changes.map(connection));
  return Object.keys(
    await collect(localPeersCollector, {
      getConnections: async () => connections,
    }),
  );
};

describe('localPeersCollector', () => {
  it.each([
    ['10.244.1.5:40112', '10.244.1.5'],
    ['172.31.0.9:18080', '172.31.0.9'],
    ['100.127.3.4:18080', '100.127.3.4'],
    ['[fd00:10:244::7]:40112', 'fd00:10:244::7'],
  ])('names the pod behind %s', async (address, host) => {
    await expect(families({ address })).resolves.toEqual([
      `monero_p2p_local_peer_info{host="${host}"}`,
    ]);
  });

  it.each([
    ['a stranger of IPv4', { address: '172.32.0.9:18080' }],
    ['a stranger of IPv6', { address: '[2001:db8::1]:18080' }],
    ['an onion address', { address: `${'a'.repeat(56)}.onion:18083` }],
    ['what this node opened itself', { incoming: false }],
    ['who has not shaken hands', { state: 'before_handshake' }],
  ])('leaves out %s', async (_, change) => {
    await expect(
      families({ address: '10.244.1.5:40112', ...change }),
    ).resolves.toEqual([]);
  });

  it('names a pod once, and 128 pods at most', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      address: `10.244.${index % 200}.1:${40_000 + index}`,
    }));
    await expect(families(...many)).resolves.toHaveLength(128);
  });
});
