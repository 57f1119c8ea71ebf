import type { ObjectHealth } from '@monero-portal/plugin-monero-common';
import type { ObservedObject } from '../clusters';
import { iso, type ClusterView } from './ClusterView';

/** What the health of every kind takes from the object itself. */
export function objectFacts(
  { cluster, measuringAway }: ClusterView,
  object: ObservedObject,
): Omit<ObjectHealth, 'verdict' | 'findings'> {
  return {
    cluster: cluster.name,
    namespace: object.namespace,
    name: object.name,
    uid: object.uid,
    owner: object.owner,
    system: object.system,
    labels: object.labels,
    replicas: object.replicas,
    readyReplicas: object.readyReplicas,
    generation: object.generation,
    observedGeneration: object.observedGeneration,
    proposalId: object.proposalId,
    conditions: object.conditions,
    ...agesOf({ cluster }),
    measuringAway,
    paused: object.paused,
    createdAt: object.createdAt,
  };
}

/** How old what is known of a cluster is. */
export function agesOf({
  cluster,
}: Pick<ClusterView, 'cluster'>): Pick<ObjectHealth, 'asOf' | 'stale'> {
  return {
    asOf: iso(cluster.seenAt ?? cluster.since),
    stale: cluster.state !== 'connected',
  };
}
