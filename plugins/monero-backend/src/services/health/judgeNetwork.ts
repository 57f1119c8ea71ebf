import {
  diagnoseNetwork,
  networkVerdictOf,
  type NetworkHealth,
  type NetworkMember,
} from '@monero-portal/plugin-monero-common';
import {
  podsOfNetwork,
  type ObservedNetwork,
  type ObservedNodeSet,
} from '../clusters';
import { changeFacts } from './changeFacts';
import { ordinalOf, unreachableSince, type ClusterView } from './ClusterView';
import { judgeNodes, measure, type Measured } from './judgeNodes';
import { linksOf } from './links';
import { objectFacts } from './objectFacts';

/** The health of a closed network and of its members. Pure. */
export function judgeNetwork(
  view: ClusterView,
  network: ObservedNetwork,
): NetworkHealth {
  const { cluster, now } = view;
  const { namespace, name, replicas } = network;
  const group = measure(view, podsOfNetwork(cluster.pods, { namespace, name }));
  const sets = cluster.nodeSets.filter(
    each => each.namespace === namespace && each.memberOf === name,
  );
  const facts = {
    ...objectFacts(view, network),
    ...changeFacts(
      network,
      group.map(({ pod }) => pod),
    ),
    network: sets[0]?.network ?? 'regtest',
    members: sets
      .map(nodeSet => memberOf(view, nodeSet, group))
      .sort((a, b) => a.ordinal - b.ordinal),
    links: linksOf(
      group.map(each => ({ ...each, ordinal: ordinalOf(each.pod.nodeSet) })),
      { replicas, now },
    ),
  };
  const unreachableReason = cluster.error;
  const diagnosed = {
    ...facts,
    findings: diagnoseNetwork(facts, { now, unreachableReason }),
  };
  return {
    ...diagnosed,
    verdict: networkVerdictOf(diagnosed, {
      now,
      unreachableSince: unreachableSince(view),
      unreachableReason,
    }),
  };
}

function memberOf(
  view: ClusterView,
  nodeSet: ObservedNodeSet,
  group: readonly Measured[],
): NetworkMember {
  const pods = group.filter(({ pod }) => pod.nodeSet === nodeSet.name);
  return {
    ordinal: ordinalOf(nodeSet.name),
    nodeSet: nodeSet.name,
    node: judgeNodes(view, nodeSet, { pods, group })[0],
  };
}
