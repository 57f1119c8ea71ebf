import type {
  MinerHealth,
  MiningSetHealth,
  NetworkHealth,
  NodeHealth,
  NodeSetHealth,
} from '../schemas';
import { ago } from '../health/testing';

type Unjudged<T> = Omit<T, 'verdict' | 'findings'>;

const OBJECT = {
  cluster: 'eu-1',
  namespace: 'wallets',
  name: 'web',
  uid: 'uid-web',
  replicas: 1,
  readyReplicas: 1,
  generation: 1,
  observedGeneration: 1,
  conditions: [],
  asOf: ago(0),
  stale: false,
  paused: false,
  createdAt: ago(86_400),
};

/** A node in sync with plenty of everything. */
export function nodeWith(change: Partial<NodeHealth> = {}): NodeHealth {
  return {
    pod: 'web-0',
    state: 'In sync',
    reason: 'At the top of the chain.',
    since: ago(540),
    kubeNode: 'node-a',
    height: 3_412_880,
    version: '0.18.4.0-release',
    databaseBytes: 280e9,
    freeBytes: 120e9,
    clockSkewSeconds: 0,
    ...change,
  };
}

/** A settled node set of these nodes. */
export function setOf(
  nodes: NodeHealth[],
  change: Partial<NodeSetHealth> = {},
): Unjudged<NodeSetHealth> {
  return {
    ...OBJECT,
    maxUnavailable: 1,
    network: 'mainnet',
    nodes,
    rpc: { clusterDns: 'web-rpc.wallets.svc.cluster.local:18089' },
    ...change,
  };
}

/** A settled network of so many members. */
export function networkOf(
  size: number,
  change: Partial<NetworkHealth> = {},
): Unjudged<NetworkHealth> {
  return {
    ...OBJECT,
    maxUnavailable: 1,
    network: 'regtest',
    replicas: size,
    members: Array.from({ length: size }, (_, ordinal) => ({
      ordinal,
      nodeSet: `web-${ordinal}`,
      node: nodeWith({ pod: `web-${ordinal}-0` }),
    })),
    links: { expected: (size * (size - 1)) / 2, missing: [], unknown: [] },
    ...change,
  };
}

/** A miner that mines. */
export function minerWith(change: Partial<MinerHealth> = {}): MinerHealth {
  return {
    pod: 'web-0',
    state: 'Mining',
    reason: 'Has work, and hashes.',
    since: ago(540),
    hashrate60s: 600,
    sharesAccepted: 40,
    sharesRejected: 0,
    ...change,
  };
}

/** A settled mining set of these miners. */
export function minersOf(
  miners: MinerHealth[],
  change: Partial<MiningSetHealth> = {},
): Unjudged<MiningSetHealth> {
  return {
    ...OBJECT,
    miners,
    workFrom: { kind: 'daemon', name: 'nodes', inSync: 2, replicas: 3 },
    ...change,
  };
}
