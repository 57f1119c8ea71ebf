import type {
  FleetHistory,
  FleetItem,
  History,
  MoneroApi,
  NetworkHealth,
} from '@monero-portal/plugin-monero-common';
import {
  aCluster,
  aMergedProposal,
  aProposal,
  anAnonymousNodeSet,
  ago,
  steps,
  aNode,
} from '../src/__testUtils__/fixtures';
import { fakeMoneroApi } from '../src/__testUtils__/fakeMoneroApi';
import { aFleetItem, aNetwork, aSnapshot } from '../src/__testUtils__/kinds';

/** As many as a large portal has: pages must not feel it. */
const FLEET = 1_000;

/** The backend of the development app: a large fleet in several states. */
export function devMoneroApi(): MoneroApi {
  const proposals = [aClosedProposal(), aProposal(), aMergedProposal()];
  return fakeMoneroApi({
    getProposals: async () => ({ items: proposals }),
    getProposal: async id =>
      proposals.find(each => each.id === id) ?? aProposal(),
    getFleetHistory: async () => devFleetHistory(),
    getHistory: async (_, { hours } = {}) => devHistory(Number(hours ?? 24)),
    getNetwork: async () => devNetwork(Date.now()),
    getNodeSet: async () => anAnonymousNodeSet(),
    getClusters: async () => ({ items: [aCluster(), labCluster()] }),
    getSnapshot: async () =>
      aSnapshot({
        items: Array.from({ length: FLEET }, (_, index) => devItem(index)),
        clusters: [aCluster(), labCluster()],
      }),
  });
}

/** A line of a fleet of which every hundredth is in trouble, each in another way. */
function devItem(index: number): FleetItem {
  const item = aFleetItem({
    ...{ name: `set-${index}`, uid: `uid-${index}` },
    namespace: `team-${Math.floor(index / 50)}`,
    cluster: index % 3 === 0 ? 'lab-2' : 'dev',
    owner: `group:default/team-${Math.floor(index / 50)}`,
    network: ['mainnet', 'stagenet', 'testnet'][index % 3],
  });
  if (index === 0) {
    return aFleetItem();
  }
  switch (index % 100) {
    case 7:
      return {
        ...item,
        readyReplicas: 2,
        verdict: {
          state: 'Forked',
          headline: `1 of 3 nodes of ${item.name} follows another chain.`,
        },
        severity: 'critical',
        finding: {
          code: 'Forked',
          what: `${item.name}-2 follows another chain`,
        },
      };
    case 33:
      return {
        ...item,
        ...{ stale: true, asOf: ago(190), cluster: 'lab-2' },
        verdict: { state: 'Unknown', headline: 'State unknown for 3 min.' },
      };
    case 66:
      return {
        ...item,
        readyReplicas: 2,
        verdict: {
          state: 'Progressing',
          headline: '2 of 3 nodes are in sync. A change is rolled out.',
        },
      };
    default:
      return item;
  }
}

/** Of all of them a day in half hours; every fifth was behind at some time. */
function devFleetHistory(): FleetHistory {
  return {
    from: ago(24 * 3_600),
    stepSeconds: 1_800,
    items: Array.from({ length: FLEET }, (_, index) => {
      const { kind, cluster, namespace, name } = devItem(index);
      return {
        ...{ kind, cluster, namespace, name },
        blocksBehind: Array.from({ length: 48 }, (__, step) =>
          index % 5 === 2 && step > 30 && step < 40
            ? (40 - step) * 40
            : (index * step) % 3,
        ),
      };
    }),
  };
}

/** Somebody decided against it. */
function aClosedProposal() {
  const [proposed, , ...later] = steps(1);
  return aProposal({
    ...{ id: 43, title: 'Create node set second-thought', state: 'closed' },
    ...{ closedBy: 'gitea:octocat', closedAt: ago(600) },
    steps: [
      proposed,
      { step: 'Merged', state: 'failed', at: ago(600), detail: 'by octocat' },
      ...later,
    ],
    waitingFor: undefined,
  });
}

function labCluster() {
  return aCluster({
    name: 'lab-2',
    namespaces: ['lab'],
    state: 'unreachable',
    since: ago(190),
    error: 'connect ECONNREFUSED',
    kubeNodes: 2,
  });
}

const POINTS = 60;

/** Two nodes that go on as ever, and one that was replaced and catches up. */
function devHistory(hours: number): History {
  const series = (valueAt: (index: number) => number) =>
    Array.from({ length: POINTS }, (_, index) => Math.round(valueAt(index)));
  const wave = (index: number) => Math.sin(index / 4) + Math.sin(index / 1.7);
  return {
    from: ago(hours * 3_600),
    stepSeconds: (hours * 3_600) / POINTS,
    pods: [0, 1].map(ordinal => ({
      pod: `wallet-eu-${ordinal}`,
      series: {
        blocksBehind: series(index =>
          ordinal === 1 && index > 40 ? 184 + 8 * (59 - index) : 0,
        ),
        peersOut: series(index =>
          ordinal === 1 && index > 40 ? index - 40 : 60 + 4 * wave(index),
        ),
        peersIn: series(index => 30 + 6 * wave(index + ordinal * 9)),
        freeBytes: series(index => 4e11 - 1e9 * index),
      },
    })),
  };
}

const MEMBERS = 20;
const BLOCK_MS = 30_000;
/** Members are looked at one by one in this time. */
const LOOK_MS = 5_000;

/** A network with a block every half minute, which comes to some of its members late. */
function devNetwork(now: number): NetworkHealth {
  const foundAt = now - (now % BLOCK_MS);
  const height = 1_200 + ((foundAt / BLOCK_MS) % 1_000);
  const members = Array.from({ length: MEMBERS }, (_, ordinal) => {
    const sampledAt = now - ((now + ordinal * 1_237) % LOOK_MS);
    const hasIt = sampledAt - foundAt > ((ordinal * 7) % MEMBERS) * 600;
    return {
      ordinal,
      nodeSet: `lab-${ordinal}`,
      node: aNode({
        pod: `lab-${ordinal}-0`,
        height: hasIt ? height : height - 1,
        lastBlockAt: new Date(
          hasIt ? foundAt : foundAt - BLOCK_MS,
        ).toISOString(),
        sampledAt: new Date(sampledAt).toISOString(),
      }),
    };
  });
  return aNetwork({
    replicas: MEMBERS,
    readyReplicas: MEMBERS,
    verdict: { state: 'Healthy', headline: `All ${MEMBERS} members in sync.` },
    members,
    links: {
      expected: 190,
      missing: [
        [3, 11],
        [8, 11],
      ],
      unknown: [],
    },
  });
}
