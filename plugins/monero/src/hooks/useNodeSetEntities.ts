import { useCallback } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  NODE_SET_ENTITY_TYPE,
  nodeSetRefOf,
  SIGNAL_NODE_SETS,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import { useLive } from './useLive';

const POLL_MS = 15_000;

/** One key for one node set, whatever object names it. */
function keyOf(ref: NodeSetRef): string {
  return `${ref.cluster}/${ref.namespace}/${ref.name}`;
}

/**
 * Finds the catalog entities of node sets by their annotations, so that pages
 * link to an entity only once it exists and need not know how it is called.
 *
 * @param only - asks the catalog for this one node set instead of all
 * @returns a lookup that answers undefined for a node set without an entity
 */
export function useNodeSetEntities(
  only?: NodeSetRef,
): (ref: NodeSetRef) => CompoundEntityRef | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { cluster, namespace, name } = only ?? {};
  const fetcher = useCallback(async () => {
    const { items } = await catalogApi.getEntities({
      filter: {
        kind: 'Resource',
        'spec.type': NODE_SET_ENTITY_TYPE,
        ...(cluster && {
          [`metadata.annotations.${ANNOTATION_CLUSTER}`]: cluster,
        }),
        ...(namespace && {
          [`metadata.annotations.${ANNOTATION_NAMESPACE}`]: namespace,
        }),
        ...(name && { [`metadata.annotations.${ANNOTATION_NAME}`]: name }),
      },
      fields: ['kind', 'metadata'],
    });
    return new Map(
      items.flatMap(entity => {
        const ref = nodeSetRefOf(entity);
        const { kind, metadata } = entity;
        return ref
          ? [
              [
                keyOf(ref),
                {
                  kind,
                  namespace: metadata.namespace ?? 'default',
                  name: metadata.name,
                },
              ] as const,
            ]
          : [];
      }),
    );
  }, [catalogApi, cluster, namespace, name]);
  const { value } = useLive(fetcher, {
    channel: SIGNAL_NODE_SETS,
    pollMs: POLL_MS,
  });
  return useCallback(ref => value?.get(keyOf(ref)), [value]);
}
