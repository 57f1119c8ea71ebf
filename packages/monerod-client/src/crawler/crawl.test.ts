import { PeerError } from '../peer';
import {
  addressOfPeer,
  simulatedNetwork,
} from './__testUtils__/simulatedNetwork';
import { addressText, CrawlAddress } from './address';
import { crawl, CrawlDeps, CrawlOptions, DEFAULT_CRAWL } from './crawl';
import { CrawlRecord } from './records';
import { Reporter } from './report';

const OPTIONS: CrawlOptions = { ...DEFAULT_CRAWL, perSecond: 1_000_000 };

/** A crawl on a clock of its own, which moves when the crawl waits. */
function setUp(dial: CrawlDeps['dial'], changes: Partial<CrawlDeps> = {}) {
  const stop = new AbortController();
  const records: CrawlRecord[] = [];
  let nowMs = 0;
  const deps: CrawlDeps = {
    dial,
    write: record => {
      records.push(record);
    },
    now: () => nowMs,
    unixTime: () => 1_800_000_000,
    sleep: async ms => {
      nowMs += Math.max(0, ms);
    },
    signal: stop.signal,
    ...changes,
  };
  return { deps, records, stop, clockMs: () => nowMs };
}

const seeds = [addressOfPeer(0)];
const outcomes = (records: readonly CrawlRecord[]) => {
  const reporter = new Reporter(() => 0);
  records.forEach(each => reporter.add(each));
  return Object.fromEntries(
    reporter.report().outcomes.map(({ value, count }) => [value, count]),
  );
};

describe('crawl', () => {
  it('finds everybody whom somebody tells of, and dials nobody twice', async () => {
    const network = simulatedNetwork({
      peers: 2_000,
      hostileOneIn: 10,
      told: 30,
      seed: 1,
    });
    const { deps, records } = setUp(network.dial);
    const end = await crawl({ seeds }, OPTIONS, deps);
    expect(outcomes(records)).toMatchObject({
      reached: network.count('honest') + network.count('inventing'),
      Timeout: network.count('silent'),
      BadMessage: network.count('garbage'),
    });
    expect(Math.max(...network.dials.values())).toBe(1);
    expect(end.pending).toBe(0);
  });

  it('knocks on four doors of a house that liars point at, however many they tell of', async () => {
    const network = simulatedNetwork({
      peers: 2_000,
      hostileOneIn: 10,
      told: 30,
      seed: 1,
    });
    const { deps } = setUp(network.dial);
    await crawl({ seeds }, OPTIONS, deps);
    const doors = [...network.dials.keys()].filter(text =>
      text.startsWith('203.0.113.7:'),
    );
    expect(doors).toHaveLength(4);
  });

  it('remembers no more addresses than it may', async () => {
    const network = simulatedNetwork({
      peers: 2_000,
      hostileOneIn: 10,
      told: 30,
      seed: 1,
    });
    const { deps } = setUp(network.dial);
    const end = await crawl({ seeds }, { ...OPTIONS, maxNodes: 100 }, deps);
    expect(end.known).toBe(100);
    expect(network.dials.size).toBe(100);
  });

  it('dials no more at once than it may', async () => {
    const network = simulatedNetwork({
      peers: 300,
      hostileOneIn: 10,
      told: 30,
      seed: 1,
    });
    let [running, most] = [0, 0];
    const { deps } = setUp(async (address, signal) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setImmediate(resolve));
      running -= 1;
      return network.dial(address, signal);
    });
    await crawl({ seeds }, { ...OPTIONS, concurrency: 7 }, deps);
    expect(most).toBe(7);
  });

  it('dials no faster than it may', async () => {
    const network = simulatedNetwork({
      peers: 100,
      hostileOneIn: 1_000,
      told: 30,
      seed: 1,
    });
    const { deps, clockMs } = setUp(network.dial);
    await crawl({ seeds }, { ...OPTIONS, perSecond: 10 }, deps);
    expect(clockMs()).toBeCloseTo(10_000, -2);
  });

  it('ends early when it is told to, and goes on from there without dialling anybody again', async () => {
    const network = simulatedNetwork({
      peers: 500,
      hostileOneIn: 10,
      told: 30,
      seed: 1,
    });
    const first = setUp(async (address, signal) => {
      if (network.dials.size >= 200) {
        first.stop.abort();
        throw new PeerError('Aborted', 'the caller ended it');
      }
      return network.dial(address, signal);
    });
    const end = await crawl({ seeds }, OPTIONS, first.deps);
    expect(end.pending).toBeGreaterThan(0);
    expect(Object.keys(outcomes(first.records))).not.toContain('Aborted');

    const second = setUp(network.dial);
    await crawl({ seeds, earlier: first.records }, OPTIONS, second.deps);
    expect(Math.max(...network.dials.values())).toBe(1);
    expect(outcomes([...first.records, ...second.records])).toMatchObject({
      reached: network.count('honest') + network.count('inventing'),
    });
  });

  it('leaves private addresses alone unless it may, or the user names them', async () => {
    const told: CrawlAddress[] = [
      { kind: 'ipv4', host: '192.168.0.1', port: 22 },
      { kind: 'ipv4', host: '127.0.0.1', port: 18080 },
      { kind: 'ipv6', host: '::1', port: 18080 },
      { kind: 'ipv4', host: '8.8.8.8', port: 18080 },
    ];
    const run = async (allowLocal: boolean) => {
      const dialled: string[] = [];
      const network = simulatedNetwork({
        peers: 1,
        hostileOneIn: 2,
        told: 1,
        seed: 1,
      });
      const { deps } = setUp(async (address, signal) => {
        dialled.push(addressText(address));
        const peer = await network.dial(addressOfPeer(0), signal);
        peer.greeting.peers = told.map(({ kind, host, port }) => ({
          ...peer.greeting.peers[0],
          address: { type: kind, host, port },
        }));
        return peer;
      });
      const seed: CrawlAddress = { kind: 'ipv4', host: '10.0.0.9', port: 1 };
      await crawl({ seeds: [seed] }, { ...OPTIONS, allowLocal }, deps);
      return dialled;
    };
    expect(await run(false)).toEqual(['10.0.0.9:1', '8.8.8.8:18080']);
    expect(await run(true)).toHaveLength(5);
  });

  it('fails when its records cannot be written', async () => {
    const network = simulatedNetwork({
      peers: 50,
      hostileOneIn: 10,
      told: 5,
      seed: 1,
    });
    const { deps } = setUp(network.dial, {
      write: async () => {
        throw new Error('disk full');
      },
    });
    await expect(crawl({ seeds }, OPTIONS, deps)).rejects.toThrow('disk full');
  });
});
