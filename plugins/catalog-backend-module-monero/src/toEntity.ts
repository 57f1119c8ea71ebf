import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
  type ResourceEntity,
} from '@backstage/catalog-model';
import { LABELS, LABEL_VALUES } from '@monero-portal/monero-api';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  NODE_SET_ENTITY_TYPE,
  nodeSetEntityName,
  type NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import type { ProviderSettings } from './config';

/** What an entity takes from the app rather than from the node set. */
export type EntityDefaults = Pick<
  ProviderSettings,
  'defaultOwner' | 'system' | 'appBaseUrl'
>;

/** What is real money is in production; the other networks are for trying out. */
const LIFECYCLE_OF_NETWORK: Record<string, string> = { mainnet: 'production' };

/**
 * The catalog entity that stands for a node set.
 *
 * Holds what the node set *is*, nothing of how it *does*: health changes by the
 * second and is asked of monero-backend by whoever shows it. The same node set
 * gives the same entity, so an unchanged one needs no write.
 */
export function toEntity(
  nodeSet: NodeSetHealth,
  defaults: EntityDefaults,
): ResourceEntity & { spec: { lifecycle: string } } {
  const { cluster, namespace, name, network } = nodeSet;
  const location = `${NODE_SET_ENTITY_TYPE}:${cluster}/${namespace}/${name}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: nodeSetEntityName(nodeSet),
      namespace: 'default',
      title: name,
      description: `Monero ${network} nodes in namespace ${namespace} of cluster ${cluster}.`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_CLUSTER]: cluster,
        [ANNOTATION_NAMESPACE]: namespace,
        [ANNOTATION_NAME]: name,
        // These three are what the standard Kubernetes tab finds the pods by.
        'backstage.io/kubernetes-cluster': cluster,
        'backstage.io/kubernetes-namespace': namespace,
        'backstage.io/kubernetes-label-selector': `${LABELS.name}=${LABEL_VALUES.name},${LABELS.instance}=${name}`,
      },
      tags: ['monero', network],
      links: linksOf(nodeSet, defaults),
    },
    spec: {
      type: NODE_SET_ENTITY_TYPE,
      lifecycle: LIFECYCLE_OF_NETWORK[network] ?? 'experimental',
      owner: ownerOf(nodeSet) ?? defaults.defaultOwner,
      ...(defaults.system && { system: defaults.system }),
    },
  };
}

function linksOf(nodeSet: NodeSetHealth, { appBaseUrl }: EntityDefaults) {
  return nodeSet.proposalId === undefined
    ? []
    : [
        {
          url: `${appBaseUrl}/monero/proposals/${nodeSet.proposalId}`,
          title: `Proposal #${nodeSet.proposalId}, which last changed it`,
          icon: 'docs',
        },
      ];
}

/**
 * The owner's full reference, from what somebody wrote into an annotation.
 *
 * @returns undefined when there is none, or when it cannot be a reference: the
 *   catalog would refuse the whole entity for it
 */
function ownerOf(nodeSet: NodeSetHealth): string | undefined {
  if (!nodeSet.owner) {
    return undefined;
  }
  try {
    const ref = parseEntityRef(nodeSet.owner, { defaultKind: 'group' });
    return KubernetesValidatorFunctions.isValidKind(ref.kind) &&
      KubernetesValidatorFunctions.isValidNamespace(ref.namespace) &&
      KubernetesValidatorFunctions.isValidObjectName(ref.name)
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
