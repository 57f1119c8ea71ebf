import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  ENTITY_TYPES,
  entityNameOf,
  type FleetItem,
} from '@monero-portal/plugin-monero-common';
import type { ProviderSettings } from './config';
import { ownerOf, systemOf } from './belonging';
import { KINDS } from './kinds';

/** What an entity takes from the app rather than from the object. */
export type EntityDefaults = Omit<ProviderSettings, 'schedule'>;

/** A Resource with what the builtin model does not know of. */
export type MoneroEntity = ResourceEntity & {
  spec: { lifecycle: string; memberOf?: string };
};

/** What is real money is in production; the other networks are for trying out. */
const LIFECYCLE_OF_NETWORK: Record<string, string> = { mainnet: 'production' };

/**
 * The catalog entity that stands for a node set, a network or a mining set.
 *
 * Holds what the object *is*, nothing of how it *does*: health changes by the
 * second and is asked of monero-backend by whoever shows it. The same object
 * gives the same entity, so an unchanged one needs no write.
 *
 * @param clusterRef - the entity of its cluster, where there is one
 */
export function toEntity(
  item: FleetItem,
  defaults: EntityDefaults,
  clusterRef?: string,
): MoneroEntity {
  const { kind, cluster, namespace, name, network } = item;
  const type = ENTITY_TYPES[kind];
  const location = `${type}:${cluster}/${namespace}/${name}`;
  const system = systemOf(item, defaults);
  const own = KINDS[kind];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: entityNameOf(item),
      namespace: 'default',
      title: name,
      description: `Monero ${own.words(
        network,
      )} in namespace ${namespace} of cluster ${cluster}.`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_CLUSTER]: cluster,
        [ANNOTATION_NAMESPACE]: namespace,
        [ANNOTATION_NAME]: name,
        // These three are what the standard Kubernetes tab finds the pods by.
        'backstage.io/kubernetes-cluster': cluster,
        'backstage.io/kubernetes-namespace': namespace,
        'backstage.io/kubernetes-label-selector': own.selector(name),
      },
      tags: ['monero', ...(network ? [network] : [])],
      links: linksOf(item, defaults),
    },
    spec: {
      type,
      lifecycle: LIFECYCLE_OF_NETWORK[network ?? ''] ?? 'experimental',
      owner: ownerOf(item, defaults),
      ...(system && { system }),
      dependsOn: dependenciesOf(item, clusterRef),
      ...(item.memberOf && { memberOf: networkRefOf(item, item.memberOf) }),
    },
  };
}

function linksOf({ proposalId }: FleetItem, { appBaseUrl }: EntityDefaults) {
  return proposalId === undefined
    ? []
    : [
        {
          url: `${appBaseUrl}/monero/proposals/${proposalId}`,
          title: `Proposal #${proposalId}, which last changed it`,
          icon: 'docs',
        },
      ];
}

/** Who gives work, and where it runs. */
function dependenciesOf(
  item: FleetItem,
  clusterRef: string | undefined,
): string[] {
  const { cluster, namespace, daemon } = item;
  return [
    ...(daemon
      ? [
          `resource:default/${entityNameOf({
            ...daemon,
            cluster,
            namespace,
          })}`,
        ]
      : []),
    ...(clusterRef ? [clusterRef] : []),
  ];
}

function networkRefOf({ cluster, namespace }: FleetItem, name: string): string {
  const kind = 'MoneroNetwork';
  return `resource:default/${entityNameOf({ kind, cluster, namespace, name })}`;
}
