import { PORTS } from '@monero-portal/monero-api';
import {
  diagnoseNodeSet,
  rpcServiceOf,
  verdictOf,
  type NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import {
  podsOfNetwork,
  podsOfSet,
  type ObservedNodeSet,
  type ObservedPod,
} from '../clusters';
import { changeFacts } from './changeFacts';
import { unreachableSince, type ClusterView } from './ClusterView';
import { judgeNodes, measure } from './judgeNodes';
import { objectFacts } from './objectFacts';

/** The health of a node set. Pure. */
export function judgeNodeSet(
  view: ClusterView,
  nodeSet: ObservedNodeSet,
): NodeSetHealth {
  const { cluster, now } = view;
  const { namespace, name, memberOf, externalHost, rpcOnionAddress } = nodeSet;
  const pods = measure(view, podsOfSet(cluster.pods, 'monerod', nodeSet));
  const group = memberOf ? measure(view, groupOf(view, nodeSet)) : pods;
  const nodes = judgeNodes(view, nodeSet, { pods, group });
  const facts = {
    ...objectFacts(view, nodeSet),
    ...changeFacts(
      nodeSet,
      pods.map(({ pod }) => pod),
    ),
    network: nodeSet.network,
    memberOf,
    nodes,
    rpc: {
      clusterDns: atRpcPort(`${name}-rpc.${namespace}.svc.cluster.local`),
      external: externalHost && atRpcPort(externalHost),
      onion: rpcOnionAddress && atRpcPort(rpcOnionAddress),
      onionService: rpcOnionAddress ? rpcServiceOf(nodeSet, nodes) : undefined,
    },
  };
  const unreachableReason = cluster.error;
  return {
    ...facts,
    findings: diagnoseNodeSet(facts, { now, unreachableReason }),
    verdict: verdictOf(nodeSet, nodes, {
      now,
      unreachableSince: unreachableSince(view),
      unreachableReason,
    }),
  };
}

/** Everything that {@link judgeNodeSet} looks at, but for the time and the age of the view. */
export function inputsOfNodeSet(
  view: ClusterView,
  nodeSet: ObservedNodeSet,
): unknown[] {
  const { cluster } = view;
  return [
    ...[nodeSet, cluster.state, cluster.error, unreachableSince(view)],
    view.measuringAway,
    ...groupOf(view, nodeSet).flatMap(pod => [
      pod,
      view.sampleOf(pod),
      view.diskFullAt(pod),
    ]),
  ];
}

/** All pods that a node set's are compared with, its own among them. */
function groupOf(
  { cluster: { pods } }: ClusterView,
  nodeSet: ObservedNodeSet,
): readonly ObservedPod[] {
  const { namespace, memberOf } = nodeSet;
  return memberOf
    ? podsOfNetwork(pods, { namespace, name: memberOf })
    : podsOfSet(pods, 'monerod', nodeSet);
}

function atRpcPort(host: string): string {
  return `${host}:${PORTS.restrictedRpc}`;
}
