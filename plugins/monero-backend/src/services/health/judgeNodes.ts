import {
  forksOf,
  isCurrent,
  nodeHealthOf,
  type NodeHealth,
  type NodeSample,
} from '@monero-portal/plugin-monero-common';
import type { ObservedNodeSet, ObservedPod } from '../clusters';
import { ordinalOf, unreachableSince, type ClusterView } from './ClusterView';

/** A pod and what was measured of its node. */
export interface Measured {
  pod: ObservedPod;
  sample?: NodeSample;
}

/** Pods with their samples. */
export function measure(
  view: ClusterView,
  pods: readonly ObservedPod[],
): Measured[] {
  return pods.map(pod => ({ pod, sample: view.sampleOf(pod) }));
}

/**
 * The health of nodes, by ordinal.
 *
 * @param group - all that belong together, with which each is compared: the
 *   pods of the set, or of the whole network that it is a member of
 */
export function judgeNodes(
  view: ClusterView,
  nodeSet: Pick<ObservedNodeSet, 'peersExpected' | 'addresses'>,
  { pods, group }: { pods: readonly Measured[]; group: readonly Measured[] },
): NodeHealth[] {
  const { now } = view;
  const heights = group.flatMap(({ sample }) => sample?.height ?? []);
  const forks = forksOf(
    group.map(({ pod, sample }) => ({
      id: pod.uid,
      blocks: isCurrent(sample, now) ? sample?.blocks : undefined,
    })),
  );
  const bestHeight = heights.length > 0 ? Math.max(...heights) : undefined;
  return pods
    .map(({ pod, sample }) => {
      const addresses = nodeSet.addresses.get(pod.metadata.name);
      return nodeHealthOf(pod, sample, {
        now,
        bestHeight,
        fork: forks.get(pod.uid),
        peersExpected: nodeSet.peersExpected,
        unreachableSince: unreachableSince(view),
        measuringAway: view.measuringAway,
        diskFullAt: view.diskFullAt(pod),
        onionAddress: addresses?.onion,
        i2pAddress: addresses?.i2p,
      });
    })
    .sort((a, b) => ordinalOf(a.pod) - ordinalOf(b.pod));
}
