import type { Entity } from '@backstage/catalog-model';
import type { MoneroKind } from './schemas';

/** Annotation on an entity: name of the cluster, as in the app's `kubernetes` configuration. */
export const ANNOTATION_CLUSTER = 'utxo.com.br/cluster';
/** Annotation on an entity: namespace of the Monero resource in that cluster. */
export const ANNOTATION_NAMESPACE = 'utxo.com.br/namespace';
/** Annotation on an entity: name of the Monero resource in that namespace. */
export const ANNOTATION_NAME = 'utxo.com.br/name';

/** `spec.type` of the Resource entities, by what they stand for. */
export const ENTITY_TYPES = {
  MoneroNodeSet: 'monero-node-set',
  MoneroNetwork: 'monero-network',
  MoneroMiningNodeSet: 'monero-mining-node-set',
} as const satisfies Record<MoneroKind, string>;

/** Where a node set lives; the address of everything the backend tells about it. */
export interface NodeSetRef {
  cluster: string;
  namespace: string;
  name: string;
}

/**
 * The node set that an entity stands for, read from its annotations.
 *
 * @returns undefined when one of the three annotations is missing or empty
 */
export function nodeSetRefOf(entity: Entity): NodeSetRef | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const cluster = annotations[ANNOTATION_CLUSTER];
  const namespace = annotations[ANNOTATION_NAMESPACE];
  const name = annotations[ANNOTATION_NAME];
  return cluster && namespace && name
    ? { cluster, namespace, name }
    : undefined;
}

/** The kind that an entity stands for, by its `spec.type`; undefined for others. */
export function kindOf(entity: Entity): MoneroKind | undefined {
  const type = entity.spec?.type;
  return (Object.keys(ENTITY_TYPES) as MoneroKind[]).find(
    kind => ENTITY_TYPES[kind] === type,
  );
}

/** Whether the Monero pages have something to show for this entity. */
export function isMoneroAvailable(entity: Entity): boolean {
  return nodeSetRefOf(entity) !== undefined;
}
