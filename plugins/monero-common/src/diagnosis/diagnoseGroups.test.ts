import { NOW } from '../health/testing';
import type { MemberPair, MinerHealth, MiningSetHealth } from '../schemas';
import { diagnoseMiningSet } from './diagnoseMiningSet';
import { diagnoseNetwork, groupPairs } from './diagnoseNetwork';
import { minersOf, minerWith, networkOf } from './testing';

describe('diagnoseNetwork', () => {
  const find = (missing: MemberPair[]) =>
    diagnoseNetwork(
      networkOf(20, { links: { expected: 190, missing, unknown: [] } }),
      { now: NOW },
    );

  it('finds nothing about a closed one', () => {
    expect(find([])).toEqual([]);
  });

  it('puts lost links under the member that explains most of them', () => {
    expect(
      find([
        [3, 11],
        [8, 11],
        [11, 17],
      ]),
    ).toEqual([
      expect.objectContaining({
        code: 'LinksMissing',
        severity: 'warning',
        pod: 'web-11-0',
        what: 'Member 11 has lost 3 of its 19 links',
        evidence: 'Neither end tells of a link between 11 and 3, 8, 17.',
      }),
    ]);
  });

  it('does not list more partners than a sentence holds', () => {
    const all = Array.from({ length: 11 }, (_, i): MemberPair => [i, 11]);
    expect(find(all)[0].evidence).toBe(
      'Neither end tells of a link between 11 and 0, 1, 2, 3, 4, 5, 6, 7 and 3 more.',
    );
  });

  it('speaks of its members as of any node', () => {
    const network = networkOf(2);
    network.members[1].node = {
      pod: 'web-1-0',
      state: 'Peerless',
      reason: 'Connected to no other node.',
    };
    expect(diagnoseNetwork(network, { now: NOW })).toEqual([
      expect.objectContaining({ code: 'Peerless', pod: 'web-1-0' }),
    ]);
  });
});

describe('groupPairs', () => {
  it('explains every pair once', () => {
    expect(
      groupPairs([
        [0, 1],
        [0, 2],
        [5, 6],
      ]),
    ).toEqual([
      { member: 0, partners: [1, 2] },
      { member: 6, partners: [5] },
    ]);
  });
});

describe('diagnoseMiningSet', () => {
  const find = (
    miner: Partial<MinerHealth>,
    set: Partial<MiningSetHealth> = {},
  ) => diagnoseMiningSet(minersOf([minerWith(miner)], set), { now: NOW });

  it.each<[string, Partial<MinerHealth>, Partial<MiningSetHealth>]>([
    ['a miner that mines', {}, {}],
    ['a miner that starts', { state: 'Starting', reason: 'Starts.' }, {}],
    ['few results', { sharesAccepted: 3, sharesRejected: 3 }, {}],
    ['results of which nothing is known', { sharesAccepted: undefined }, {}],
    ['a pool', {}, { workFrom: { kind: 'pool', name: 'pool:5556' } }],
    [
      'a daemon of which nothing is known',
      {},
      { workFrom: { kind: 'daemon', name: 'nodes' } },
    ],
  ])('finds nothing about %s', (_, miner, set) => {
    expect(find(miner, set)).toEqual([]);
  });

  it.each<[string, Partial<MinerHealth>, Partial<MiningSetHealth>, object]>([
    [
      'no hashrate',
      { state: 'Idle', reason: 'It makes 0 hashes a second.' },
      {},
      { code: 'NoHashrate', severity: 'critical', what: 'web-0 does not mine' },
    ],
    [
      'rejected results',
      { sharesAccepted: 80, sharesRejected: 20 },
      {},
      {
        code: 'RejectedShares',
        severity: 'warning',
        evidence: '20 of 100 results (20 %) since xmrig was started.',
      },
    ],
    [
      'a daemon that is not in sync',
      {},
      {
        workFrom: { kind: 'daemon', name: 'nodes', inSync: 0, replicas: 3 },
      },
      {
        code: 'DaemonNotInSync',
        severity: 'critical',
        evidence: '0 of its 3 nodes are in sync, and only those give work.',
      },
    ],
    [
      'a crash loop',
      { state: 'Crash loop', reason: 'xmrig ended with exit code 2.' },
      {},
      { code: 'CrashLoop', severity: 'critical' },
    ],
    [
      'an exporter that is down',
      { state: 'Unknown', reason: 'Its exporter has never answered.' },
      {},
      { code: 'ExporterDown', severity: 'warning' },
    ],
    [
      'xmrig that is silent while its exporter answers',
      {
        state: 'Unknown',
        silent: 'program',
        reason: 'xmrig runs but does not answer its exporter.',
      },
      {},
      {
        code: 'DaemonSilent',
        severity: 'critical',
        what: 'web-0 does not answer',
      },
    ],
    [
      'a pod that cannot start',
      { state: 'Pending', reason: 'The image is missing.', next: 'Mend it.' },
      {},
      { code: 'Pending', evidence: 'The image is missing.', next: 'Mend it.' },
    ],
  ])('finds: %s', (_, miner, set, expected) => {
    expect(find(miner, set)).toEqual([expect.objectContaining(expected)]);
  });
});
