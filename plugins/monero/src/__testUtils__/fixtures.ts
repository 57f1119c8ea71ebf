import {
  diagnoseNodeSet,
  nodeHealthOf,
  verdictOf,
} from '@monero-portal/plugin-monero-common';
import type {
  ClusterInfo,
  GitManifest,
  History,
  NodeHealth,
  NodeSetHealth,
  Proposal,
  ProposalStep,
} from '@monero-portal/plugin-monero-common';
import type { Entity } from '@backstage/catalog-model';

/** A moment in the past. */
export function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1_000).toISOString();
}

/** A node in sync; what differs is given. */
export function aNode(differs: Partial<NodeHealth> = {}): NodeHealth {
  return {
    pod: 'wallet-eu-0',
    state: 'In sync',
    reason: 'At the top of the chain.',
    since: ago(3_600),
    kubeNode: 'dev-1',
    height: 3_412_880,
    blocksBehind: 0,
    peersOut: 64,
    peersIn: 41,
    version: '0.18.4.0-release',
    transactionPool: 212,
    lastBlockAt: ago(72),
    startedAt: ago(12 * 86_400),
    restarts: 0,
    sampledAt: ago(4),
    ...differs,
  };
}

/** The last hours of two nodes, one of which was away and lagged. */
export function aHistory(): History {
  return {
    from: ago(180),
    stepSeconds: 60,
    pods: [
      {
        pod: 'wallet-eu-0',
        series: { blocksBehind: [0, 0, 0, 0], peersOut: [12, 64, 60, 64] },
      },
      {
        pod: 'wallet-eu-1',
        series: {
          blocksBehind: [184, 90, null, 2],
          freeBytes: [4e9, 3e9, null, 2e9],
        },
      },
    ],
  };
}

/** A healthy node set of three; what differs is given. */
export function aNodeSet(differs: Partial<NodeSetHealth> = {}): NodeSetHealth {
  return {
    cluster: 'dev',
    namespace: 'wallets',
    name: 'wallet-eu',
    uid: '5a1f9a34-5d0e-4a55-8f1e-3b7b2f1f6c01',
    owner: 'group:default/wallets',
    network: 'mainnet',
    replicas: 3,
    maxUnavailable: 1,
    readyReplicas: 3,
    generation: 4,
    observedGeneration: 4,
    proposalId: 41,
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'InSync',
        message: 'All 3 nodes are in sync.',
        lastTransitionTime: ago(3_600),
      },
      { type: 'Reconciling', status: 'False', reason: 'Settled' },
      { type: 'Stalled', status: 'False', reason: 'Settled' },
    ],
    verdict: { state: 'Healthy', headline: 'All 3 nodes in sync.' },
    findings: [],
    nodes: [
      aNode(),
      aNode({ pod: 'wallet-eu-1', kubeNode: 'dev-2', peersIn: 12 }),
      aNode({ pod: 'wallet-eu-2', kubeNode: 'dev-3', peersIn: 39 }),
    ],
    asOf: ago(4),
    stale: false,
    paused: false,
    createdAt: ago(12 * 86_400),
    rpc: { clusterDns: 'wallet-eu-rpc.wallets.svc.cluster.local:18089' },
    ...differs,
  };
}

/** The same node set while one node catches up. */
export function aDegradedNodeSet(): NodeSetHealth {
  const [first, second, third] = aNodeSet().nodes;
  return aNodeSet({
    readyReplicas: 2,
    verdict: {
      state: 'Degraded',
      headline: '2 of 3 nodes in sync. Wallets are served.',
      detail:
        'wallet-eu-1 was replaced 9 min ago and is catching up: 184 blocks left, about 6 min.',
    },
    conditions: [
      {
        type: 'Ready',
        status: 'False',
        reason: 'NotInSync',
        message: 'wallet-eu-1 is 184 blocks behind.',
        lastTransitionTime: ago(540),
      },
      {
        type: 'Reconciling',
        status: 'True',
        reason: 'RollingOut',
        message: '2 of 3 nodes run the current revision.',
        lastTransitionTime: ago(600),
      },
    ],
    rollout: {
      updated: 2,
      waitsFor: 'wallet-eu-1',
      image: {
        from: 'registry.example/monerod:v0.18.3.4',
        to: 'registry.example/monerod:v0.18.4.0',
      },
    },
    nodes: [
      first,
      {
        ...second,
        state: 'Behind',
        reason: '184 blocks behind, about 6 min.',
        height: 3_412_696,
        blocksBehind: 184,
        restarts: 1,
      },
      {
        ...third,
        state: 'Pending',
        reason: 'No machine has room: 0/3 nodes are available.',
        kubeNode: undefined,
        height: undefined,
        blocksBehind: undefined,
        peersIn: undefined,
        peersOut: undefined,
        version: undefined,
        transactionPool: undefined,
        lastBlockAt: undefined,
        sampledAt: undefined,
      },
    ],
  });
}

/**
 * A node set on Tor and I2P: the first node is found on both, the second not on
 * Tor, of the third nobody tells; wallets do not find the set.
 */
export function anAnonymousNodeSet(): NodeSetHealth {
  const base = aNodeSet();
  const tor = { network: 'tor', service: 'p2p' } as const;
  const onions = ['kx3r5', 'm2abq', 'zt7uo'].map(
    start => `${start.padEnd(55, 'q7dwyfgh')}d.onion`,
  );
  const services: NodeHealth['services'][] = [
    [
      { ...tor, published: true },
      { network: 'i2p', service: 'p2p', published: true },
    ],
    [
      {
        ...tor,
        published: false,
        reason: 'tor does not answer.',
        since: ago(760),
      },
    ],
    undefined,
  ];
  return aNodeSet({
    nodes: base.nodes.map((node, ordinal) => ({
      ...node,
      onionAddress: onions[ordinal],
      i2pAddress:
        ordinal === 0 ? `${'w2ivr'.padEnd(52, '5snk5oxb')}.b32.i2p` : undefined,
      peersAnonymous: 7,
      peersAnonymousOut: 2,
      peersAnonymousIn: 5,
      services: services[ordinal],
    })),
    findings: [
      {
        code: 'ServiceUnpublished',
        severity: 'warning',
        pod: 'wallet-eu-1',
        what: 'wallet-eu-1 is not found on Tor',
        evidence:
          'Its address has not been published for 12 min. tor does not answer.',
        next: 'Look at the log of the container tor, and whether the pod may reach that network; peers that it calls itself are not affected.',
        since: ago(760),
      },
    ],
    rpc: {
      ...base.rpc,
      onion: `${onions[0]}:18089`,
      onionService: {
        network: 'tor',
        service: 'rpc',
        published: false,
        reason: 'The tor in front has not published it.',
        since: ago(65),
      },
    },
  });
}

/** What a container runtime says of an image that is not there. */
export const PULL_ERROR =
  'Back-off pulling image "docker.io/monero-portal/monero:0.0.0.0": failed to resolve reference: lookup registry: no such host';

/** A node set during a change to an image that cannot be pulled: two nodes wait for it. */
export function anUnpulledNodeSet(): NodeSetHealth {
  const now = Date.now();
  const base = aNodeSet();
  const message = `2 of 3 nodes replaced; waits for wallet-eu-1: Container monerod: ImagePullBackOff, ${PULL_ERROR}. Correct spec.monerod.image; the change replaces this pod at once.`;
  const unpulled = (ordinal: number) =>
    nodeHealthOf(
      {
        metadata: {
          name: `wallet-eu-${ordinal}`,
          creationTimestamp: ago(540),
        },
        spec: { nodeName: `dev-${ordinal + 1}` },
        status: {
          phase: 'Pending',
          containerStatuses: [
            {
              name: 'monerod',
              state: {
                waiting: { reason: 'ImagePullBackOff', message: PULL_ERROR },
              },
            },
          ],
        },
      },
      undefined,
      { now },
    );
  const facts = {
    ...base,
    readyReplicas: 1,
    nodes: [base.nodes[0], unpulled(1), unpulled(2)],
    rollout: { updated: 2, waitsFor: 'wallet-eu-1' },
    conditions: [
      { type: 'Ready', status: 'False', reason: 'RollingOut' },
      { type: 'Reconciling', status: 'True', reason: 'Progressing' },
    ].map(each => ({ ...each, message, lastTransitionTime: ago(540) })),
  };
  return {
    ...facts,
    findings: diagnoseNodeSet(facts, { now }),
    verdict: verdictOf(facts, facts.nodes, { now }),
  };
}

/** A connected cluster of three machines; what differs is given. */
export function aCluster(differs: Partial<ClusterInfo> = {}): ClusterInfo {
  return {
    name: 'dev',
    namespaces: ['monero', 'wallets'],
    state: 'connected',
    since: ago(86_400),
    kubeNodes: 3,
    ...differs,
  };
}

const STEPS = [
  'Proposed',
  'Merged',
  'Applied',
  'Reconciled',
  'InSync',
] as const;

/** The five steps with so many done; the next one is under way. */
export function steps(done: number): ProposalStep[] {
  const details = [
    'by guest',
    'by guest, 7 min',
    'commit 3f9c1e2',
    'revision 7',
    '3 of 3 nodes',
  ];
  return STEPS.map((step, index) => {
    if (index < done) {
      return {
        step,
        state: 'done',
        at: ago(1_080 - index * 60),
        detail: details[index],
      };
    }
    return index === done
      ? { step, state: 'current' }
      : { step, state: 'pending' };
  });
}

/** What git says about a change of two lines. */
export const CHANGE_DIFF = `diff --git a/clusters/dev/wallets/wallet-eu.yaml b/clusters/dev/wallets/wallet-eu.yaml
index 5b1c7a0..f3b1d22 100644
--- a/clusters/dev/wallets/wallet-eu.yaml
+++ b/clusters/dev/wallets/wallet-eu.yaml
@@ -5,9 +5,9 @@ metadata:
   namespace: wallets
 spec:
-  replicas: 2
+  replicas: 3
   # agreed with ops, see RUNBOOK
   hardAntiAffinity: true
   monerod:
-    image: registry.acme.example/monerod:v0.18.3.4
+    image: registry.acme.example/monerod:v0.18.4.0
     args:
       - --public-node
`;

/** What git says about a new file. */
export const NEW_DIFF = `diff --git a/clusters/dev/monero/regtest.yaml b/clusters/dev/monero/regtest.yaml
new file mode 100644
index 0000000..0bd6cf1
--- /dev/null
+++ b/clusters/dev/monero/regtest.yaml
@@ -0,0 +1,10 @@
+apiVersion: utxo.com.br/v1alpha1
+kind: MoneroNodeSet
+metadata:
+  name: regtest
+  namespace: monero
+  annotations:
+    utxo.com.br/owner: group:default/wallets
+spec:
+  replicas: 2
+  network: regtest
`;

/** An open proposal of a new node set; what differs is given. */
export function aProposal(differs: Partial<Proposal> = {}): Proposal {
  return {
    id: 42,
    title: 'Create node set regtest',
    cluster: 'dev',
    namespace: 'monero',
    name: 'regtest',
    kind: 'MoneroNodeSet',
    operation: 'create',
    owner: 'group:default/wallets',
    proposedBy: 'user:default/guest',
    branch: 'monero/dev/monero/regtest-1c0ffee',
    targetBranch: 'main',
    head: '3f9c1e2a5d0e4a558f1e3b7b2f1f6c0112345678',
    path: 'clusters/dev/monero/regtest.yaml',
    state: 'proposed',
    steps: steps(1),
    waitingFor: 'Waits for someone to review and merge it.',
    diff: NEW_DIFF,
    createdAt: ago(1_080),
    ...differs,
  };
}

/** A merged change that waits for a node to be in sync; what differs is given. */
export function aMergedProposal(differs: Partial<Proposal> = {}): Proposal {
  return aProposal({
    id: 41,
    title: 'Upgrade wallet-eu to 0.18.4.0',
    namespace: 'wallets',
    name: 'wallet-eu',
    operation: 'change',
    path: 'clusters/dev/wallets/wallet-eu.yaml',
    state: 'merged',
    mergedBy: 'user:default/platform',
    mergedAt: ago(1_020),
    steps: [
      ...steps(4).slice(0, 4),
      { step: 'InSync', state: 'current', detail: '2 of 3, about 6 min' },
    ],
    waitingFor:
      'Waits for wallet-eu-1: 184 blocks behind the best node. The old version of wallet-eu-2 keeps serving until then.',
    diff: CHANGE_DIFF,
    ...differs,
  });
}

/** The catalog entity of {@link aNodeSet}. */
export const NODE_SET_ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'dev.wallets.wallet-eu',
    namespace: 'default',
    title: 'wallet-eu',
    annotations: {
      'utxo.com.br/cluster': 'dev',
      'utxo.com.br/namespace': 'wallets',
      'utxo.com.br/name': 'wallet-eu',
    },
  },
  spec: { type: 'monero-node-set', owner: 'group:default/wallets' },
};

/** The manifest of the node set of the fixtures, as somebody keeps it in Git. */
export function aGitManifest(parts: Partial<GitManifest> = {}): GitManifest {
  return {
    manifest: `# Wallets of the shop.
apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
  name: wallet-eu
  namespace: wallets
spec:
  replicas: 2 # see the runbook
  network: stagenet
  monerod:
    args:
      - '--out-peers=64'
  diskSize: 100Gi
`,
    path: 'clusters/dev/wallets/wallet-eu.yaml',
    head: 'a'.repeat(40),
    blob: 'b'.repeat(40),
    ...parts,
  };
}

/** Teams that can own a node set; the user is in the second. */
export const OWNERS: Entity[] = ['platform', 'wallets'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: {
    type: 'team',
    children: [],
    profile: { displayName: `Team ${name}` },
  },
}));

/** The manifest of a network, as somebody keeps it in Git. */
export const NETWORK_MANIFEST = `apiVersion: utxo.com.br/v1alpha1
kind: MoneroNetwork
metadata:
  name: regtest
  namespace: wallets
spec:
  replicas: 3 # for the tests
  template:
    spec:
      monerod:
        args:
          - --fixed-difficulty=1
`;

/** The manifest of miners, as somebody keeps it in Git. */
export const MINERS_MANIFEST = `apiVersion: utxo.com.br/v1alpha1
kind: MoneroMiningNodeSet
metadata:
  name: miners
  namespace: wallets
spec:
  replicas: 2
  daemonRef: { name: wallet-eu }
  # of the shop
  wallet: 53teqCAESLxeJ1REzGMAat1ZeHvuajvDiXqboEocPaDRRmqWoVPzy46GLo866qRFjbNhfkNckyhST3WEvBviDwpUDd7DSzB
`;
