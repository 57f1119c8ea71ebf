import type {
  FleetHistory,
  FleetItem,
  MinerHealth,
  MiningSetHealth,
  NetworkHealth,
  Snapshot,
} from '@monero-portal/plugin-monero-common';
import type { Entity } from '@backstage/catalog-model';
import { aCluster, ago, aNode, aNodeSet } from './fixtures';

const {
  nodes: _nodes,
  rpc: _rpc,
  network: _network,
  memberOf: _memberOf,
  maxUnavailable,
  ...COMMON
} = aNodeSet();

/** A closed network of five in which all is well; what differs is given. */
export function aNetwork(differs: Partial<NetworkHealth> = {}): NetworkHealth {
  return {
    ...COMMON,
    maxUnavailable,
    name: 'lab',
    uid: 'uid-lab',
    network: 'regtest',
    replicas: 5,
    readyReplicas: 5,
    verdict: { state: 'Healthy', headline: 'All 5 members in sync.' },
    members: Array.from({ length: 5 }, (_, ordinal) => ({
      ordinal,
      nodeSet: `lab-${ordinal}`,
      node: aNode({ pod: `lab-${ordinal}-0`, height: 1_204, difficulty: 1 }),
    })),
    links: { expected: 10, missing: [], unknown: [] },
    ...differs,
  };
}

/** The same network after member 3 has lost two links and member 4 its pod. */
export function anOpenNetwork(): NetworkHealth {
  const members = aNetwork().members;
  return aNetwork({
    readyReplicas: 4,
    verdict: {
      state: 'Not closed',
      headline: '4 of 5 members in sync. 2 of 10 links are missing.',
      detail: 'Member 3 has lost 2 of its 4 links.',
    },
    findings: [
      {
        code: 'LinksMissing',
        severity: 'warning',
        pod: 'lab-3-0',
        what: 'Member 3 has lost 2 of its 4 links',
        evidence: 'Neither end tells of a link between 3 and 0, 1.',
        next: "Look at the pod's events.",
        since: ago(90),
      },
    ],
    members: [...members.slice(0, 4), { ordinal: 4, nodeSet: 'lab-4' }],
    links: {
      expected: 10,
      missing: [
        [0, 3],
        [1, 3],
      ],
      unknown: [
        [0, 4],
        [1, 4],
        [2, 4],
        [3, 4],
      ],
    },
  });
}

/** A miner that mines; what differs is given. */
export function aMiner(differs: Partial<MinerHealth> = {}): MinerHealth {
  return {
    pod: 'miners-0',
    state: 'Mining',
    reason: 'Has work, and hashes.',
    since: ago(3_600),
    kubeNode: 'dev-1',
    hashrate10s: 611,
    hashrate60s: 604,
    hashrate15m: 598,
    sharesAccepted: 41,
    sharesRejected: 1,
    connected: true,
    pool: 'wallet-eu-rpc:18089',
    difficulty: 480_000,
    version: '6.22.2',
    startedAt: ago(7_200),
    restarts: 0,
    sampledAt: ago(4),
    ...differs,
  };
}

/** A mining set of two that mines solo; what differs is given. */
export function aMiningSet(
  differs: Partial<MiningSetHealth> = {},
): MiningSetHealth {
  return {
    ...COMMON,
    name: 'miners',
    uid: 'uid-miners',
    replicas: 2,
    readyReplicas: 2,
    verdict: {
      state: 'Healthy',
      headline: 'Both miners mine, 1.2 kH/s in all.',
    },
    miners: [aMiner(), aMiner({ pod: 'miners-1', kubeNode: 'dev-2' })],
    hashrate: 1_208,
    workFrom: { kind: 'daemon', name: 'wallet-eu', inSync: 3, replicas: 3 },
    ...differs,
  };
}

/** A line of the fleet; what differs is given. */
export function aFleetItem(differs: Partial<FleetItem> = {}): FleetItem {
  return {
    kind: 'MoneroNodeSet',
    cluster: 'dev',
    namespace: 'wallets',
    name: 'wallet-eu',
    uid: '5a1f9a34-5d0e-4a55-8f1e-3b7b2f1f6c01',
    owner: 'group:default/wallets',
    network: 'mainnet',
    replicas: 3,
    readyReplicas: 3,
    verdict: { state: 'Healthy', headline: 'All 3 nodes in sync.' },
    versions: ['0.18.4.0-release'],
    paused: false,
    stale: false,
    ...differs,
  };
}

/** The last day of {@link aFleetItem}: its worst node was behind, and is not any more. */
export function aFleetHistory(): FleetHistory {
  const { kind, cluster, namespace, name } = aFleetItem();
  const values = [null, 0, 184, 0];
  return {
    from: ago(2 * 3600),
    stepSeconds: 1800,
    items: [{ kind, cluster, namespace, name, blocksBehind: values }],
  };
}

/** A complete snapshot of one node set; what differs is given. */
export function aSnapshot(differs: Partial<Snapshot> = {}): Snapshot {
  return {
    epoch: 'run-1',
    revision: 1,
    complete: true,
    items: [aFleetItem()],
    removed: [],
    clusters: [aCluster()],
    ...differs,
  };
}

/** The catalog entity of {@link aNetwork}. */
export const NETWORK_ENTITY: Entity = entityOf('lab', 'monero-network');

/** The catalog entity of {@link aMiningSet}. */
export const MINING_SET_ENTITY: Entity = entityOf(
  'miners',
  'monero-mining-node-set',
);

function entityOf(name: string, type: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `dev.wallets.${name}`,
      namespace: 'default',
      title: name,
      annotations: {
        'utxo.com.br/cluster': 'dev',
        'utxo.com.br/namespace': 'wallets',
        'utxo.com.br/name': name,
      },
    },
    spec: { type, owner: 'group:default/wallets' },
  };
}
