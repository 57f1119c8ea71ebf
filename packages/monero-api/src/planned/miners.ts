import type { MoneroMiningNodeSetSpec } from '../generated/MoneroMiningNodeSet';
import { withMiningDefaults } from '../mining/withMiningDefaults';
import { needs, pods, type PlannedChild } from './words';

/** What the operator creates for a set of miners. */
export function plannedOfMiners(spec: MoneroMiningNodeSetSpec): PlannedChild[] {
  const { replicas, hardAntiAffinity, daemonRef } = withMiningDefaults({
    spec,
  });
  const daemon =
    daemonRef?.kind === 'MoneroNetwork' ? 'members of' : 'node set';
  const work = daemonRef ? `${daemon} ${daemonRef.name}` : 'the pool';
  return [
    { kind: 'StatefulSet', text: pods(replicas, hardAntiAffinity) },
    {
      kind: 'Network policy',
      text: `lets in metrics, and out to ${work} and DNS, nothing else`,
    },
    { kind: 'Service account', text: 'without rights in the cluster' },
  ];
}

/** What the cluster must have for the miners; CPU is what nobody else wants. */
export function needsOfMiners(spec: MoneroMiningNodeSetSpec): string {
  const { replicas, xmrig } = withMiningDefaults({ spec });
  return needs(replicas, { memory: xmrig.resources.requests.memory });
}
