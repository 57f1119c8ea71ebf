import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import {
  aCluster,
  aDegradedNodeSet,
  ago,
  aNode,
  aNodeSet,
} from '../src/__testUtils__/fixtures';
import { fakeMoneroApi } from '../src/__testUtils__/fakeMoneroApi';

/** The backend of the development app: a fleet in several states. */
export function devMoneroApi(): MoneroApi {
  return fakeMoneroApi({
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
