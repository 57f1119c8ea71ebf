import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  safeEntityName,
  type ClusterInfo,
} from '@monero-portal/plugin-monero-common';
import type { EntityDefaults } from './toEntity';

/**
 * References of the entities that stand for clusters, by name: those that the
 * catalog has anyway, and those that are made here.
 */
export function clusterRefs(
  clusters: readonly Pick<ClusterInfo, 'name' | 'entityRef'>[],
  { clusterEntities }: EntityDefaults,
): ReadonlyMap<string, string> {
  return new Map(
    clusters.flatMap(({ name, entityRef }) => {
      const own = clusterEntities
        ? `resource:default/${safeEntityName(name)}`
        : undefined;
      const ref = entityRef ?? own;
      return ref ? [[name, ref] as const] : [];
    }),
  );
}

/** The catalog entity that stands for a cluster, so that others can depend on it. */
export function toClusterEntity(
  { name, title }: Pick<ClusterInfo, 'name' | 'title'>,
  { defaultOwner }: EntityDefaults,
): ResourceEntity {
  const location = `kubernetes-cluster:${name}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: safeEntityName(name),
      namespace: 'default',
      title: title ?? name,
      description: `Kubernetes cluster ${name}, on which Monero nodes run.`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { type: 'kubernetes-cluster', owner: defaultOwner },
  };
}
