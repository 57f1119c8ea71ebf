import { KubeObject, ResourceRef, RESOURCES } from '@monero-portal/kube-client';
import { PrivateNetworks } from '../anonymity/containerParts';
import { POD_MONITOR_RESOURCE } from '../machinery/podMonitor';
import { Identities, NO_IDENTITIES } from './anonymity';
import { addresses } from './children/addresses';
import { configMap } from './children/configMap';
import { front } from './children/front';
import { networkPolicy } from './children/networkPolicy';
import { podDisruptionBudget } from './children/podDisruptionBudget';
import { podMonitor } from './children/podMonitor';
import { serviceAccount } from './children/serviceAccount';
import { services } from './children/services';
import { statefulSet } from './children/statefulSet';
import { IdentityNote } from './identities';
import { Images } from './images';
import { NodeSet } from './spec';

/** Kinds of children, and where they live. */
export const CHILD_RESOURCES = {
  ServiceAccount: RESOURCES.serviceAccounts,
  NetworkPolicy: RESOURCES.networkPolicies,
  ConfigMap: RESOURCES.configMaps,
  Service: RESOURCES.services,
  PodDisruptionBudget: RESOURCES.podDisruptionBudgets,
  PodMonitor: POD_MONITOR_RESOURCE,
  Deployment: RESOURCES.deployments,
  StatefulSet: RESOURCES.statefulSets,
} as const satisfies Record<string, ResourceRef>;

/** A kind of child. */
export type ChildKind = keyof typeof CHILD_RESOURCES;

/** What children depend on beside the set and its images. */
export interface Extras {
  /** Whether the cluster has this resource, which not every cluster has. */
  podMonitors?: boolean;
  /** Addresses on Tor and I2P. */
  identities?: Identities;
  identityNote?: IdentityNote;
  /** Absent: the real networks. */
  privateNetworks?: PrivateNetworks;
  /** ClusterIP of the Service for wallets, once it has one. */
  rpcAddress?: string;
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
  const { identities = NO_IDENTITIES, privateNetworks: networks = {} } = extras;
  return [
    serviceAccount(nodeSet),
    networkPolicy(nodeSet),
    configMap(nodeSet, identities),
    ...addresses(nodeSet, identities),
    ...services(nodeSet),
    ...podDisruptionBudget(nodeSet),
    ...(extras.podMonitors ? [podMonitor(nodeSet)] : []),
    ...front(nodeSet, { images, networks, rpcAddress: extras.rpcAddress }),
    statefulSet(nodeSet, images, extras),
  ];
}
