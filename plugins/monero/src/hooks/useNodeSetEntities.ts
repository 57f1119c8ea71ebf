import { useCallback } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  ENTITY_TYPES,
  fleetKeyOf,
  kindOf,
  nodeSetRefOf,
  SIGNAL_NODE_SETS,
  type MoneroKind,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import { useLive } from './useLive';

const POLL_MS = 15_000;

/** An object; a node set unless it says otherwise. */
type MoneroRef = NodeSetRef & { kind?: MoneroKind };

function keyOf({ kind = 'MoneroNodeSet', ...ref }: MoneroRef): string {
  return fleetKeyOf({ kind, ...ref });
}

/**
 * Finds the catalog entities of all kinds by their annotations, so that pages
 * link to an entity only once it exists and need not know how it is called.
 *
 * @param only - asks the catalog for this one address instead of all
 * @returns a lookup that answers undefined for what has no entity
 */
export function useNodeSetEntities(
  only?: NodeSetRef,
): (ref: MoneroRef) => CompoundEntityRef | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { cluster, namespace, name } = only ?? {};
  const fetcher = useCallback(async () => {
    const { items } = await catalogApi.getEntities({
      filter: {
        kind: 'Resource',
        'spec.type': Object.values(ENTITY_TYPES),
        ...(cluster && {
          [`metadata.annotations.${ANNOTATION_CLUSTER}`]: cluster,
        }),
        ...(namespace && {
          [`metadata.annotations.${ANNOTATION_NAMESPACE}`]: namespace,
        }),
        ...(name && { [`metadata.annotations.${ANNOTATION_NAME}`]: name }),
      },
      fields: ['kind', 'metadata', 'spec.type'],
    });
    return new Map(
      items.flatMap(entity => {
        const ref = nodeSetRefOf(entity);
        const { kind, metadata } = entity;
        const is = kindOf(entity);
        return ref && is
          ? [
              [
                keyOf({ ...ref, kind: is }),
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
