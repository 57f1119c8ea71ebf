import type {
  MiningSetHealth,
  NetworkHealth,
  NodeSetHealth,
  Proposal,
} from '@monero-portal/plugin-monero-common';

const COMMON = {
  cluster: 'dev',
  namespace: 'wallets',
  uid: 'uid',
  replicas: 1,
  readyReplicas: 1,
  generation: 1,
  conditions: [],
  findings: [],
  asOf: '2026-01-01T00:00:00Z',
  stale: false,
  paused: false,
  createdAt: '2026-01-01T00:00:00Z',
};

/** A node set whose only node lags; state what matters. */
export function nodeSet(parts: Partial<NodeSetHealth> = {}): NodeSetHealth {
  return {
    ...COMMON,
    name: 'web',
    owner: 'group:default/wallets',
    network: 'mainnet',
    maxUnavailable: 1,
    verdict: { state: 'Degraded', headline: 'No node in sync.' },
    findings: [
      {
        code: 'Stuck',
        severity: 'critical',
        pod: 'web-0',
        what: 'web-0 is stuck',
        evidence: 'Block 7 for an hour.',
        next: 'Look at its log.',
      },
    ],
    nodes: [
      {
        pod: 'web-0',
        state: 'Stuck',
        reason: 'Stuck.',
        onionAddress: 'abcdefghijklmnop.onion',
      },
    ],
    rpc: { clusterDns: 'web-rpc.wallets.svc.cluster.local:18089' },
    ...parts,
  };
}

export function network(parts: Partial<NetworkHealth> = {}): NetworkHealth {
  return {
    ...COMMON,
    name: 'lab',
    network: 'regtest',
    maxUnavailable: 1,
    verdict: { state: 'Healthy', headline: 'The member is in sync.' },
    members: [{ ordinal: 0, nodeSet: 'lab-0' }],
    links: { expected: 0, missing: [], unknown: [] },
    ...parts,
  };
}

export function miningSet(
  parts: Partial<MiningSetHealth> = {},
): MiningSetHealth {
  return {
    ...COMMON,
    name: 'rig',
    verdict: { state: 'Healthy', headline: '1 miner mines.' },
    miners: [],
    workFrom: { kind: 'pool', name: 'pool.example.org:3333' },
    ...parts,
  };
}

export function proposal(parts: Partial<Proposal> = {}): Proposal {
  return {
    id: 7,
    title: 'Scale web from 1 to 3',
    cluster: 'dev',
    namespace: 'wallets',
    name: 'web',
    kind: 'MoneroNodeSet',
    operation: 'change',
    owner: 'group:default/wallets',
    proposedBy: 'user:default/ana',
    branch: 'monero/web',
    targetBranch: 'main',
    head: 'a'.repeat(40),
    path: 'clusters/dev/wallets/web.yaml',
    state: 'proposed',
    steps: ['Proposed', 'Merged', 'Applied', 'Reconciled', 'InSync'].map(
      step => ({ step, state: 'pending' } as Proposal['steps'][number]),
    ),
    createdAt: '2026-01-01T00:00:00Z',
    ...parts,
  };
}
