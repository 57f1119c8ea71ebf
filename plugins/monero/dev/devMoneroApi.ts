import type {
  History,
  MoneroApi,
  NetworkHealth,
} from '@monero-portal/plugin-monero-common';
import {
  aCluster,
  aDegradedNodeSet,
  ago,
  aNode,
  aNodeSet,
} from '../src/__testUtils__/fixtures';
import { fakeMoneroApi } from '../src/__testUtils__/fakeMoneroApi';
import { aNetwork } from '../src/__testUtils__/kinds';

/** The backend of the development app: a fleet in several states. */
export function devMoneroApi(): MoneroApi {
  return fakeMoneroApi({
    getHistory: async (_, { hours } = {}) => devHistory(Number(hours ?? 24)),
    getNetwork: async () => devNetwork(Date.now()),
    getClusters: async () => ({ items: [aCluster(), labCluster()] }),
    getNodeSets: async () => ({
      items: [
        aNodeSet({
          name: 'exchange-us',
          uid: '1',
          replicas: 5,
          readyReplicas: 5,
        }),
        aDegradedNodeSet(),
        aNodeSet({
          name: 'regtest',
          namespace: 'monero',
          uid: '2',
          network: 'regtest',
          replicas: 1,
          readyReplicas: 0,
          owner: undefined,
          verdict: {
            state: 'Down',
            headline: 'The node is not in sync. No wallet is served.',
          },
          nodes: [aNode({ state: 'Peerless', reason: 'No peers.' })],
        }),
        aNodeSet({
          name: 'stage',
          cluster: 'lab-2',
          uid: '3',
          stale: true,
          asOf: ago(190),
          verdict: {
            state: 'Unknown',
            headline:
              'Cluster lab-2 does not answer; last seen with 3 of 3 nodes in sync.',
          },
        }),
      ],
      clusters: [aCluster(), labCluster()],
    }),
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
