import { KubeObject, ResourceRef, RESOURCES } from '@monero-portal/kube-client';
import { POD_MONITOR_RESOURCE } from '../machinery/podMonitor';
import { networkPolicy } from './children/networkPolicy';
import { podMonitor } from './children/podMonitor';
import { serviceAccount } from './children/serviceAccount';
import { statefulSet } from './children/statefulSet';
import { MiningImages } from './images';
import { MiningNodeSet } from './spec';

/** Kinds of children, and where they live. */
export const CHILD_RESOURCES = {
  ServiceAccount: RESOURCES.serviceAccounts,
  NetworkPolicy: RESOURCES.networkPolicies,
  PodMonitor: POD_MONITOR_RESOURCE,
  StatefulSet: RESOURCES.statefulSets,
} as const satisfies Record<string, ResourceRef>;

/** A kind of child. */
export type ChildKind = keyof typeof CHILD_RESOURCES;

/** What children depend on beside the set and its images. */
export interface Extras {
  /** Whether the cluster has this resource, which not every cluster has. */
  podMonitors?: boolean;
}

/**
 * Every child that a mining set should have, in the order in which they are
 * applied. There is no disruption budget: a miner that goes takes nothing with
 * it, and must never keep a machine from being drained.
 */
export function desiredChildren(
  set: MiningNodeSet,
  images: MiningImages,
  extras: Extras = {},
): KubeObject[] {
  return [
    serviceAccount(set),
    networkPolicy(set),
    ...(extras.podMonitors ? [podMonitor(set)] : []),
    statefulSet(set, images),
  ];
}
