import {
  miningSetHealthSchema,
  networkHealthSchema,
  nodeSetHealthSchema,
  type MinerSample,
  type NodeSample,
} from '@monero-portal/plugin-monero-common';
import { nodeSetObject, podObject } from '../../testing/fakeKube';
import type { ClusterSnapshot, ObservedPod } from '../clusters';
import { observeNodeSet, observePod } from '../clusters/observed';
import {
  observeAutoscaler,
  observeMiningSet,
} from '../clusters/observedMining';
import { observeNetwork } from '../clusters/observedNetwork';
import type { ClusterView } from './ClusterView';
import { judgeMiningSet } from './judgeMiningSet';
import { judgeNetwork } from './judgeNetwork';
import { judgeNodeSet } from './judgeNodeSet';

const NOW = Date.parse('2026-03-01T12:00:00Z');

function known<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('not understood');
  }
  return value;
}

function viewOf(
  change: Partial<ClusterSnapshot>,
  samples: {
    nodes?: Record<string, NodeSample>;
    miners?: Record<string, MinerSample>;
  },
): ClusterView {
  return {
    cluster: {
      name: 'dev',
      state: 'connected',
      since: NOW - 60_000,
      seenAt: NOW,
      nodeSets: [],
      networks: [],
      miningNodeSets: [],
      autoscalers: [],
      pods: [],
      ...change,
    },
    now: NOW,
    sampleOf: pod => samples.nodes?.[pod.metadata.name],
    minerSampleOf: pod => samples.miners?.[pod.metadata.name],
    diskFullAt: () => undefined,
  };
}

const network = known(
  observeNetwork({
    metadata: { name: 'lab', namespace: 'monero', generation: 1 },
    spec: { replicas: 3 },
    status: { observedGeneration: 1, readyReplicas: 3 },
  }),
);

function member(ordinal: number) {
  const name = `lab-${ordinal}`;
  const pod: ObservedPod = known(
    observePod(
      podObject(`${name}-0`, {
        labels: {
          'app.kubernetes.io/instance': name,
          'utxo.com.br/network': 'lab',
        },
      }),
    ),
  );
  return {
    nodeSet: known(
      observeNodeSet(
        nodeSetObject({
          name,
          labels: { 'utxo.com.br/network': 'lab' },
          spec: { network: 'regtest', peers: ['lab-0-peer:18080'] },
          status: { observedGeneration: 1, readyReplicas: 1 },
        }),
      ),
    ),
    pod: { ...pod, ip: `10.244.0.${ordinal}` },
  };
}

const members = [0, 1, 2].map(member);
const networkSnapshot = {
  networks: [network],
  nodeSets: members.map(each => each.nodeSet),
  pods: members.map(each => each.pod),
};

function sample(change: Partial<NodeSample> = {}): NodeSample {
  return {
    sampledAt: new Date(NOW - 2_000).toISOString(),
    up: true,
    inSync: true,
    height: 10,
    peersIn: 1,
    peersOut: 1,
    ...change,
  };
}

describe('judgeNetwork', () => {
  const closed = {
    'lab-0-0': sample({ localPeers: ['10.244.0.1', '10.244.0.2'] }),
    'lab-1-0': sample({ localPeers: ['10.244.0.2'] }),
    'lab-2-0': sample({ localPeers: [] }),
  };

  it('is healthy when all members are in sync and all pairs are linked', () => {
    const health = judgeNetwork(
      viewOf(networkSnapshot, { nodes: closed }),
      network,
    );
    expect(networkHealthSchema.parse(health)).toMatchObject({
      verdict: { state: 'Healthy', headline: 'All 3 members in sync.' },
      findings: [],
      links: { expected: 3, missing: [], unknown: [] },
      members: [
        { ordinal: 0, nodeSet: 'lab-0', node: { state: 'In sync' } },
        { ordinal: 1 },
        { ordinal: 2 },
      ],
    });
  });

  it('names the link that neither end tells of', () => {
    const nodes = { ...closed, 'lab-1-0': sample({ localPeers: [] }) };
    const health = judgeNetwork(viewOf(networkSnapshot, { nodes }), network);
    expect(health).toMatchObject({
      verdict: {
        state: 'Not closed',
        headline: 'All 3 members in sync. 1 of 3 links is missing.',
      },
      links: { missing: [[1, 2]], unknown: [] },
    });
  });

  it.each<[string, NodeSample]>([
    ['is not measured', {}],
    [
      'was measured long ago',
      sample({
        sampledAt: new Date(NOW - 60_000).toISOString(),
        localPeers: [],
      }),
    ],
    ['has an exporter that cannot tell', sample()],
  ])('does not know the links of a member that %s', (_, silent) => {
    const nodes = { ...closed, 'lab-2-0': silent };
    const health = judgeNetwork(viewOf(networkSnapshot, { nodes }), network);
    expect(health.links).toEqual({
      expected: 3,
      missing: [],
      unknown: [
        [0, 2],
        [1, 2],
      ],
    });
  });

  it('sees that members follow two chains, in the network and in each of its sets', () => {
    const blocks = (hash: string) =>
      new Map([
        [7, 'same'],
        [8, hash],
        [9, hash],
        [10, hash],
      ]);
    const nodes = {
      'lab-0-0': sample({ blocks: blocks('a') }),
      'lab-1-0': sample({ blocks: blocks('a') }),
      'lab-2-0': sample({ blocks: blocks('b') }),
    };
    const view = viewOf(networkSnapshot, { nodes });
    expect(judgeNetwork(view, network)).toMatchObject({
      verdict: { state: 'Forked' },
      findings: [{ code: 'Forked', pod: 'lab-2-0' }],
    });
    expect(judgeNodeSet(view, members[2].nodeSet)).toMatchObject({
      memberOf: 'lab',
      findings: [{ code: 'Forked', pod: 'lab-2-0' }],
    });
  });
});

describe('a change under way', () => {
  const conditions = [
    { type: 'Ready', status: 'False', reason: 'RollingOut', message: 'Slow.' },
    { type: 'Reconciling', status: 'True' },
  ];
  const withImage = (name: string, image: string) => {
    const object = podObject(name);
    return known(
      observePod({
        ...object,
        spec: { nodeName: 'node-0', containers: [{ name: 'monerod', image }] },
      }),
    );
  };

  it('is told of a set with what it waits for, and its budget', () => {
    const nodeSet = known(
      observeNodeSet(
        nodeSetObject({
          spec: { replicas: 2, updateStrategy: { maxUnavailable: 2 } },
          status: {
            updatedReplicas: 1,
            conditions,
            resolved: { image: 'monerod:2' },
            nodes: [
              { pod: 'web-0', inSync: true },
              { pod: 'web-1', inSync: false },
            ],
          },
        }),
      ),
    );
    const pods = [
      withImage('web-0', 'monerod:1'),
      withImage('web-1', 'monerod:2'),
    ];
    expect(pods[0].spec).toEqual({ nodeName: 'node-0' });
    const health = judgeNodeSet(
      viewOf({ nodeSets: [nodeSet], pods }, {}),
      nodeSet,
    );
    expect(nodeSetHealthSchema.parse(health)).toMatchObject({
      maxUnavailable: 2,
      rollout: {
        updated: 1,
        waitsFor: 'web-1',
        image: { from: 'monerod:1', to: 'monerod:2' },
      },
    });
  });

  it('is told of a network with the member that it waits for', () => {
    const changing = known(
      observeNetwork({
        metadata: { name: 'lab', namespace: 'monero', generation: 2 },
        spec: {
          replicas: 3,
          template: { spec: { updateStrategy: { maxUnavailable: 2 } } },
        },
        status: {
          updatedReplicas: 2,
          conditions,
          members: [0, 1, 2].map(ordinal => ({
            nodeSet: `lab-${ordinal}`,
            inSync: ordinal !== 1,
          })),
        },
      }),
    );
    const health = judgeNetwork(viewOf(networkSnapshot, {}), changing);
    expect(networkHealthSchema.parse(health)).toMatchObject({
      maxUnavailable: 2,
      rollout: { updated: 2, waitsFor: 'lab-1' },
    });
  });

  it('is not told where none is, and the budget is that of the CRD', () => {
    const health = judgeNetwork(viewOf(networkSnapshot, {}), network);
    expect(health.maxUnavailable).toBe(1);
    expect(health.rollout).toBeUndefined();
  });
});

describe('judgeMiningSet', () => {
  const set = known(
    observeMiningSet({
      metadata: { name: 'miners', namespace: 'monero', generation: 1 },
      spec: { replicas: 2, daemonRef: { name: 'web' } },
      status: { observedGeneration: 1, readyReplicas: 2 },
    }),
  );
  const pods = ['miners-0', 'miners-1'].map(name => {
    const object = podObject(name, {
      labels: {
        'app.kubernetes.io/name': 'xmrig',
        'app.kubernetes.io/instance': 'miners',
      },
    });
    const text = JSON.stringify(object).replace(/"monerod"/g, '"xmrig"');
    return known(observePod(JSON.parse(text)));
  });
  const mines: MinerSample = {
    sampledAt: new Date(NOW - 2_000).toISOString(),
    up: true,
    mining: true,
    hashrate60s: 600,
  };
  const web = (readyReplicas: number) =>
    known(
      observeNodeSet(
        nodeSetObject({ status: { observedGeneration: 1, readyReplicas } }),
      ),
    );

  it('adds up what its miners make, and says who gives work', () => {
    const view = viewOf(
      { pods, miningNodeSets: [set], nodeSets: [web(1)] },
      { miners: { 'miners-0': mines, 'miners-1': mines } },
    );
    const health = judgeMiningSet(view, set);
    expect(miningSetHealthSchema.parse(health)).toMatchObject({
      verdict: {
        state: 'Healthy',
        headline: 'Both miners mine, 1.2 kH/s in all.',
      },
      hashrate: 1_200,
      workFrom: {
        kind: 'daemon',
        daemonKind: 'MoneroNodeSet',
        name: 'web',
        inSync: 1,
        replicas: 1,
      },
      findings: [],
    });
  });

  it('counts the members of a network that gives work', () => {
    const ofNetwork = known(
      observeMiningSet({
        metadata: { name: 'miners', namespace: 'monero', generation: 1 },
        spec: {
          replicas: 2,
          daemonRef: { kind: 'MoneroNetwork', name: 'lab' },
        },
        status: { observedGeneration: 1, readyReplicas: 2 },
      }),
    );
    const lab = known(
      observeNetwork({
        metadata: { name: 'lab', namespace: 'monero', generation: 1 },
        spec: { replicas: 4 },
        status: { observedGeneration: 1, readyReplicas: 0 },
      }),
    );
    const idle = { ...mines, mining: false, connected: false, hashrate60s: 0 };
    const view = viewOf(
      // A node set of the same name is somebody else.
      {
        pods,
        miningNodeSets: [ofNetwork],
        networks: [lab],
        nodeSets: [web(1)].map(each => ({ ...each, name: 'lab' })),
      },
      { miners: { 'miners-0': idle, 'miners-1': idle } },
    );
    const health = judgeMiningSet(view, ofNetwork);
    expect(health.workFrom).toEqual({
      kind: 'daemon',
      daemonKind: 'MoneroNetwork',
      name: 'lab',
      inSync: 0,
      replicas: 4,
    });
    expect(health.findings[0]).toMatchObject({
      code: 'DaemonNotInSync',
      evidence: '0 of its 4 members are in sync, and only those give work.',
      next: 'Look at network lab; the miners begin by themselves once one is in sync.',
    });
    expect(health.miners[0].reason).toMatch(/^No member of lab is in sync/);
  });

  it('says that nobody gives work', () => {
    const idle = { ...mines, mining: false, connected: false, hashrate60s: 0 };
    const view = viewOf(
      { pods, miningNodeSets: [set], nodeSets: [web(0)] },
      { miners: { 'miners-0': idle, 'miners-1': idle } },
    );
    const health = judgeMiningSet(view, set);
    expect(health.verdict.state).toBe('Down');
    expect(health.findings.map(({ code }) => code)).toEqual([
      'DaemonNotInSync',
      'NoHashrate',
      'NoHashrate',
    ]);
  });

  it('shows what scales it', () => {
    const autoscaler = known(
      observeAutoscaler({
        metadata: { name: 'busy', namespace: 'monero' },
        spec: {
          scaleTargetRef: { kind: 'MoneroMiningNodeSet', name: 'miners' },
          maxReplicas: 9,
          metrics: [
            { resource: { name: 'cpu', target: { averageUtilization: 50 } } },
          ],
        },
        status: {
          currentReplicas: 2,
          desiredReplicas: 3,
          currentMetrics: [
            { resource: { name: 'cpu', current: { averageUtilization: 43 } } },
          ],
        },
      }),
    );
    const view = viewOf(
      { pods, miningNodeSets: [set], autoscalers: [autoscaler] },
      {},
    );
    expect(judgeMiningSet(view, set).autoscaler).toEqual({
      name: 'busy',
      minReplicas: 1,
      maxReplicas: 9,
      currentReplicas: 2,
      desiredReplicas: 3,
      lastScaleAt: undefined,
      metrics: ['cpu 43 % of 50 %'],
      trouble: undefined,
    });
  });

  it('leaves alone what scales something else', () => {
    expect(
      observeAutoscaler({
        metadata: { name: 'web', namespace: 'monero' },
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'miners' },
          maxReplicas: 9,
        },
      }),
    ).toBeUndefined();
  });
});
