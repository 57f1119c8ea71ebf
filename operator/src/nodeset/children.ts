import { KubeObject, ResourceRef, RESOURCES } from '@monero-portal/kube-client';
import { configMap } from './children/configMap';
import { networkPolicy } from './children/networkPolicy';
import { podDisruptionBudget } from './children/podDisruptionBudget';
import { podMonitor } from './children/podMonitor';
import { serviceAccount } from './children/serviceAccount';
import { services } from './children/services';
import { statefulSet } from './children/statefulSet';
import { Images } from './images';
import { NodeSet } from './spec';

/** Of the Prometheus operator; a cluster may not have it. */
export const POD_MONITOR_RESOURCE = {
  group: 'monitoring.coreos.com',
  version: 'v1',
  plural: 'podmonitors',
} as const;

/** Kinds of children, and where they live. */
export const CHILD_RESOURCES = {
  ServiceAccount: RESOURCES.serviceAccounts,
  NetworkPolicy: RESOURCES.networkPolicies,
  ConfigMap: RESOURCES.configMaps,
  Service: RESOURCES.services,
  PodDisruptionBudget: RESOURCES.podDisruptionBudgets,
  PodMonitor: POD_MONITOR_RESOURCE,
  StatefulSet: RESOURCES.statefulSets,
} as const satisfies Record<string, ResourceRef>;

/** A kind of child. */
export type ChildKind = keyof typeof CHILD_RESOURCES;

/** What the cluster has that not every cluster has. */
export interface Extras {
  podMonitors?: boolean;
}

/**
 * Every child that a node set should have, in the order in which they are
 * applied: pods come last, when all that they need at start is there.
 */
export function desiredChildren(
  nodeSet: NodeSet,
  images: Images,
  extras: Extras = {},
): KubeObject[] {
  return [
    serviceAccount(nodeSet),
    networkPolicy(nodeSet),
    configMap(nodeSet),
    ...services(nodeSet),
    ...podDisruptionBudget(nodeSet),
    ...(extras.podMonitors ? [podMonitor(nodeSet)] : []),
    statefulSet(nodeSet, images),
  ];
}
