import { ago, NOW } from '../health/testing';
import type { NodeHealth, NodeSetHealth } from '../schemas';
import { diagnoseNodeSet } from './diagnoseNodeSet';
import { nodeWith, setOf } from './testing';

const find = (nodes: NodeHealth[], change: Partial<NodeSetHealth> = {}) =>
  diagnoseNodeSet(setOf(nodes, change), { now: NOW });
const inDays = (days: number) =>
  new Date(NOW + days * 86_400_000).toISOString();
const reconciling = (message: string) => ({
  conditions: [
    {
      type: 'Reconciling',
      status: 'True',
      message,
      lastTransitionTime: ago(90),
    },
  ],
});

const rollingOut = (message: string) => ({
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'RollingOut',
      message,
      lastTransitionTime: ago(90),
    },
    ...reconciling(message).conditions,
  ],
});

describe('diagnoseNodeSet', () => {
  it('finds a Prometheus that does not answer once, not for each pod', () => {
    const measuringAway = { since: ago(90), reason: 'It cannot be reached.' };
    const nodes = ['web-0', 'web-1'].map(pod =>
      nodeWith({ pod, state: 'Unknown', silent: 'source' }),
    );
    expect(find(nodes, { measuringAway })).toEqual([
      {
        code: 'MeasuringAway',
        severity: 'warning',
        what: 'Prometheus of cluster eu-1 does not answer',
        evidence: 'It cannot be reached.',
        next: 'The portal keeps asking. Measured values are as old as they say; whether a pod is in order is told by its readiness meanwhile.',
        since: ago(90),
      },
    ]);
    expect(
      find(nodes, { measuringAway, stale: true }).map(({ code }) => code),
    ).toEqual(['ClusterAway']);
  });

  it.each<[string, Partial<NodeHealth>, Partial<NodeSetHealth>]>([
    ['a node in sync', {}, {}],
    [
      'a node of which nothing is known but that it is well',
      {
        freeBytes: undefined,
        databaseBytes: undefined,
        version: undefined,
        clockSkewSeconds: undefined,
        height: undefined,
      },
      {},
    ],
    ['a node that starts', { state: 'Starting', reason: 'Was started.' }, {}],
    [
      'a node that is being stopped',
      { state: 'Stopping', reason: 'Is being stopped.' },
      {},
    ],
    [
      'a pod that Kubernetes is making',
      {
        state: 'Pending',
        reason: 'Its containers are being created.',
        since: ago(20),
      },
      {},
    ],
    ['a volume that is full in a year', { diskFullAt: inDays(365) }, {}],
    ['a clock that is 5 s off', { clockSkewSeconds: -5 }, {}],
    [
      'an operator that has not seen a new object for half a minute',
      {},
      { observedGeneration: undefined, createdAt: ago(30) },
    ],
    ['a change that waits for nothing', {}, reconciling('Creating the pods.')],
    [
      'a set on Tor of which every node relays',
      {},
      {
        conditions: [
          { type: 'Relaying', status: 'True', message: 'Every node relays.' },
        ],
      },
    ],
    [
      'an address that has not been published for nine minutes',
      {
        services: [
          {
            network: 'tor',
            service: 'p2p',
            published: false,
            since: ago(540),
          },
        ],
      },
      {},
    ],
    [
      'a set whose address for wallets was lost a minute ago',
      {},
      {
        conditions: [
          {
            type: 'RpcPublished',
            status: 'False',
            message: 'Not yet.',
            lastTransitionTime: ago(60),
          },
        ],
      },
    ],
    [
      'a set whose tor in front does not tell',
      {},
      {
        conditions: [
          {
            type: 'RpcPublished',
            status: 'Unknown',
            message: 'It does not tell.',
            lastTransitionTime: ago(6000),
          },
        ],
      },
    ],
    [
      'a set on Tor of which no node is in sync yet',
      {},
      {
        conditions: [
          { type: 'Relaying', status: 'Unknown', message: 'No node is yet.' },
        ],
      },
    ],
  ])('finds nothing about %s', (_, node, set) => {
    expect(find([nodeWith(node)], set)).toEqual([]);
  });

  it.each<[string, Partial<NodeHealth>, Partial<NodeSetHealth>, object]>([
    [
      'peerless',
      {
        state: 'Peerless',
        reason: 'Connected to no other node.',
        next: 'Look at its network.',
      },
      {},
      {
        code: 'Peerless',
        severity: 'critical',
        pod: 'web-0',
        what: 'web-0 has no peers',
        evidence: 'Connected to no other node.',
        next: 'Look at its network.',
        since: ago(540),
      },
    ],
    [
      'not found on Tor',
      {
        services: [
          { network: 'i2p', service: 'p2p', published: true },
          {
            network: 'tor',
            service: 'p2p',
            published: false,
            reason: 'tor does not answer.',
            since: ago(720),
          },
        ],
      },
      {},
      {
        code: 'ServiceUnpublished',
        severity: 'warning',
        pod: 'web-0',
        what: 'web-0 is not found on Tor',
        evidence:
          'Its address has not been published for 12 min. tor does not answer.',
        next: 'Look at the log of the container tor, and whether the pod may reach that network; peers that it calls itself are not affected.',
        since: ago(720),
      },
    ],
    [
      'found by nobody, wallets among them',
      {
        services: [
          {
            network: 'tor',
            service: 'p2p',
            published: false,
            reason: 'No directory of Tor holds it.',
            since: ago(720),
          },
          {
            network: 'tor',
            service: 'rpc',
            published: false,
            reason: 'No directory of Tor holds it.',
            since: ago(720),
          },
          {
            network: 'i2p',
            service: 'p2p',
            published: false,
            reason: 'i2pd does not answer.',
            since: ago(3600),
          },
        ],
      },
      {},
      {
        what: 'web-0 is not found on I2P and Tor',
        evidence:
          'Its address has not been published for 1 h; wallets use it, too. i2pd does not answer. No directory of Tor holds it.',
        next: 'Look at the log of the container i2pd and tor, and whether the pod may reach that network; peers that it calls itself are not affected.',
        since: ago(3600),
      },
    ],
    [
      'of a set that wallets do not find on Tor',
      {},
      {
        conditions: [
          {
            type: 'RpcPublished',
            status: 'False',
            message: 'The tor of web-tor has not published it',
            lastTransitionTime: ago(900),
          },
        ],
      },
      {
        code: 'ServiceUnpublished',
        severity: 'warning',
        what: 'Wallets do not find the onion address of the set',
        evidence: 'The tor of web-tor has not published it.',
        since: ago(900),
      },
    ],
    [
      'behind',
      { state: 'Behind', reason: '184 blocks behind, about 6 min.' },
      {},
      {
        code: 'Behind',
        severity: 'info',
        evidence: '184 blocks behind, about 6 min.',
      },
    ],
    [
      'stuck',
      { state: 'Stuck', reason: 'Has stood at height 40 for 6 min.' },
      {},
      { code: 'Stuck', severity: 'critical', what: 'web-0 is stuck' },
    ],
    [
      'forked',
      {
        state: 'Forked',
        reason: 'Its block 12 is not the one of 2 other nodes.',
      },
      {},
      {
        code: 'Forked',
        severity: 'critical',
        what: 'web-0 follows another chain',
      },
    ],
    [
      'crash loop with the last words of monerod',
      {
        state: 'Crash loop',
        reason:
          'monerod ended 4 times, last with exit code 1: "unrecognised option \'--tuxedo\'"',
        next: 'Remove or correct --tuxedo in spec.monerod.args.',
      },
      {},
      {
        code: 'CrashLoop',
        severity: 'critical',
        evidence: expect.stringContaining("'--tuxedo'"),
        next: expect.stringContaining('--tuxedo'),
      },
    ],
    [
      "pending with the scheduler's reason",
      {
        state: 'Pending',
        reason: 'No machine can take it: 3 Insufficient memory.',
        next: 'It starts as soon as one can.',
      },
      {},
      {
        code: 'Pending',
        severity: 'warning',
        evidence: expect.stringContaining('Insufficient memory'),
      },
    ],
    [
      'pending for long without a word',
      {
        state: 'Pending',
        reason: 'Its containers are being created.',
        since: ago(600),
      },
      {},
      { code: 'Pending', what: 'web-0 does not start' },
    ],
    [
      'exporter down',
      {
        state: 'Unknown',
        reason: 'Its exporter has not answered for 40 s (HTTP status 503).',
      },
      {},
      {
        code: 'ExporterDown',
        severity: 'warning',
        what: 'web-0 is not measured',
      },
    ],
    [
      'no outgoing peer for minutes, while others have chosen it',
      { peersIn: 3, peersOut: 0, noPeersOutSince: ago(360) },
      {},
      {
        code: 'Peerless',
        severity: 'critical',
        evidence:
          'It has had no outgoing peer for 6 min, and 3 peers that chose it.',
        since: ago(360),
      },
    ],
    [
      'daemon silent',
      {
        state: 'Unknown',
        silent: 'program',
        reason: 'monerod runs, but has not answered its exporter for 40 s.',
      },
      {},
      {
        code: 'DaemonSilent',
        severity: 'critical',
        what: 'web-0 does not answer',
      },
    ],
    [
      'disk nearly full',
      { freeBytes: 2 ** 30, databaseBytes: 31 * 2 ** 30 },
      {},
      {
        code: 'DiskNearlyFull',
        severity: 'critical',
        evidence: '1 GiB free (3.1 %) beside a database of 31 GiB.',
      },
    ],
    [
      'disk full of something else than the database',
      { freeBytes: 2 ** 20, databaseBytes: 2 ** 20 },
      {},
      {
        code: 'DiskNearlyFull',
        severity: 'critical',
        evidence: '1 MiB free (50 %) beside a database of 1 MiB.',
      },
    ],
    [
      'disk full within days, and the day',
      { diskFullAt: '2026-03-10T00:00:00Z' },
      {},
      {
        code: 'DiskNearlyFull',
        severity: 'warning',
        evidence: expect.stringContaining('full on about 10 March 2026.'),
      },
    ],
    [
      'clock behind',
      { clockSkewSeconds: -95 },
      {},
      {
        code: 'ClockSkew',
        severity: 'warning',
        what: 'The clock of node-a is wrong',
        evidence: expect.stringContaining("1 min behind the portal's"),
      },
    ],
    [
      'clock far ahead',
      { clockSkewSeconds: 7_000 },
      {},
      { code: 'ClockSkew', severity: 'critical' },
    ],
    [
      'operator silent',
      {},
      { observedGeneration: undefined, createdAt: ago(300) },
      {
        code: 'OperatorSilent',
        severity: 'critical',
        evidence: 'It was created 5 min ago and has no status yet.',
      },
    ],
    [
      'stalled',
      {},
      {
        conditions: [
          {
            type: 'Stalled',
            status: 'True',
            message: 'Claims cannot shrink',
            lastTransitionTime: ago(60),
          },
        ],
      },
      {
        code: 'Stalled',
        severity: 'critical',
        evidence: 'Claims cannot shrink.',
        since: ago(60),
      },
    ],
    [
      'rollout waiting, and on what',
      {},
      rollingOut('1 of 3 nodes replaced; waits for web-1: 184 blocks behind.'),
      {
        code: 'RolloutWaiting',
        severity: 'info',
        evidence: expect.stringContaining('waits for web-1: 184'),
      },
    ],
    [
      'a node that hands no transactions on',
      {},
      {
        conditions: [
          {
            type: 'Relaying',
            status: 'False',
            message:
              '1 of 3 nodes hands no transactions on. web-1: no outgoing peer over Tor',
            lastTransitionTime: ago(40),
          },
        ],
      },
      {
        code: 'NotRelaying',
        severity: 'warning',
        evidence:
          '1 of 3 nodes hands no transactions on. web-1: no outgoing peer over Tor.',
        since: ago(40),
      },
    ],
    ['paused', {}, { paused: true }, { code: 'Paused', severity: 'info' }],
    [
      'cluster away',
      { state: 'Unknown', reason: 'The cluster is away.' },
      { stale: true, asOf: ago(190) },
      {
        code: 'ClusterAway',
        severity: 'warning',
        evidence: 'It has not answered the portal for 3 min.',
        since: ago(190),
      },
    ],
  ])('finds: %s', (_, node, set, expected) => {
    expect(find([nodeWith(node)], set)).toEqual([
      expect.objectContaining(expected),
    ]);
  });

  it('tells once why a rollout waits', () => {
    const unpulled = nodeWith({
      pod: 'web-1',
      state: 'Pending',
      reason: 'The image of monerod cannot be pulled: no such host.',
      brief: 'The image of monerod cannot be pulled.',
      next: 'Correct the image in spec.',
    });
    const change = rollingOut(
      '1 of 3 nodes replaced; waits for web-1: Container monerod: ErrImagePull, no such host.',
    );
    expect(find([unpulled], change)).toEqual([
      expect.objectContaining({
        code: 'Pending',
        evidence: 'The image of monerod cannot be pulled: no such host.',
      }),
      expect.objectContaining({
        code: 'RolloutWaiting',
        evidence: '1 of 3 nodes replaced; waits for web-1.',
      }),
    ]);
  });

  it('names the node whose version is behind its siblings', () => {
    const nodes = [
      nodeWith(),
      nodeWith({ pod: 'web-1', version: '0.18.3.4-release' }),
      nodeWith({ pod: 'web-2', version: undefined }),
    ];
    expect(find(nodes)).toEqual([
      expect.objectContaining({
        code: 'VersionBehind',
        severity: 'warning',
        pod: 'web-1',
        evidence: 'It runs 0.18.3.4-release, others 0.18.4.0-release.',
      }),
    ]);
    expect(find(nodes, reconciling('Replacing web-1.'))).toEqual([
      expect.objectContaining({ code: 'VersionBehind', severity: 'info' }),
    ]);
  });

  it('puts the worst first', () => {
    const nodes = [
      nodeWith({ state: 'Behind', reason: '9 blocks behind.' }),
      nodeWith({ pod: 'web-1', clockSkewSeconds: 90 }),
      nodeWith({ pod: 'web-2', state: 'Peerless', reason: 'Nobody is there.' }),
    ];
    expect(find(nodes).map(({ code }) => code)).toEqual([
      'Peerless',
      'ClockSkew',
      'Behind',
    ]);
  });
});
