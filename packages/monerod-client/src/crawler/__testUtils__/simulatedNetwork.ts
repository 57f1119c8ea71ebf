import { randomFrom } from '../../__testUtils__/damage';
import type { PeerListEntry } from '../../levin';
import { Greeting, PeerError } from '../../peer';
import { addressText, CrawlAddress } from '../address';
import { CrawlDeps } from '../crawl';

/** What a simulated peer does when it is dialled. */
export type Behaviour = 'honest' | 'inventing' | 'silent' | 'garbage' | 'gone';

const HOSTILE: readonly Behaviour[] = [
  'inventing',
  'silent',
  'garbage',
  'gone',
];

/** Address of the n-th peer: each in a network of its own, as far as they go. */
export const addressOfPeer = (index: number): CrawlAddress => ({
  kind: 'ipv4',
  host: `${20 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}.7`,
  port: 18080,
});

const entry = (address: CrawlAddress): PeerListEntry => ({
  address: { type: address.kind, host: address.host, port: address.port },
  peerId: 1n,
  lastSeen: 0n,
  pruningSeed: 0,
  rpcPort: 0,
  rpcCreditsPerHash: 0,
});

const greeting = (peers: PeerListEntry[], pruned: boolean): Greeting => ({
  nodeData: {
    networkId: '1230f171610441611731008216a1a110',
    peerId: 7n,
    myPort: 18080,
    rpcPort: pruned ? 18089 : 0,
    rpcCreditsPerHash: 0,
    supportFlags: 1,
  },
  syncData: {
    height: 3_000_000n,
    cumulativeDifficulty: 1n,
    topId: 'ab'.repeat(32),
    topVersion: 16,
    pruningSeed: pruned ? 387 : 0,
  },
  peers,
});

/** A network of so many peers of which one in `hostileOneIn` is hostile or slow. */
export function simulatedNetwork(options: {
  peers: number;
  hostileOneIn: number;
  told: number;
  seed: number;
}) {
  const { peers, hostileOneIn, told, seed } = options;
  const behaviourOf = (index: number): Behaviour =>
    index > 0 && index % hostileOneIn === 0
      ? HOSTILE[(index / hostileOneIn) % HOSTILE.length]
      : 'honest';
  const indexOf = new Map(
    Array.from({ length: peers }, (_, index) => [
      addressText(addressOfPeer(index)),
      index,
    ]),
  );
  const dials = new Map<string, number>();

  const dial: CrawlDeps['dial'] = async address => {
    const text = addressText(address);
    dials.set(text, (dials.get(text) ?? 0) + 1);
    const index = indexOf.get(text);
    const behaviour = index === undefined ? 'gone' : behaviourOf(index);
    if (index === undefined || behaviour === 'gone') {
      throw new PeerError('Unreachable', `${text}: ECONNREFUSED`);
    }
    if (behaviour === 'silent') throw new PeerError('Timeout', text);
    if (behaviour === 'garbage') throw new PeerError('BadMessage', text);
    const random = randomFrom(seed + index);
    const list =
      behaviour === 'inventing'
        ? // two hundred and fifty ports of somebody else's house
          Array.from({ length: 250 }, (_, port) =>
            entry({ kind: 'ipv4', host: '203.0.113.7', port: port + 1 }),
          )
        : [
            // nobody is without a way to him
            entry(addressOfPeer((index + 1) % peers)),
            ...Array.from({ length: told - 1 }, () =>
              entry(addressOfPeer(random(peers))),
            ),
          ];
    return {
      greeting: greeting(list, index % 3 === 0),
      close: () => undefined,
    };
  };
  const count = (behaviour: Behaviour) =>
    Array.from({ length: peers }, (_, index) => behaviourOf(index)).filter(
      each => each === behaviour,
    ).length;
  return { dial, dials, count };
}
