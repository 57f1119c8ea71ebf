import { NotFoundError } from '@backstage/errors';
import {
  historyQuerySchema,
  moneroNodeSetReadPermission,
  objectRefSchema,
  type MoneroKind,
} from '@monero-portal/plugin-monero-common';
import type { Router } from 'express';
import type { HealthOfKind, HealthService } from '../services/health';
import type { HistoryService } from '../services/history';
import type { Authorize } from './authorizer';
import { parse } from './parse';

/** What the route of history needs. */
export interface HistoryRouteOptions {
  health: Pick<HealthService, 'get'>;
  history: Pick<HistoryService, 'read'>;
  authorize: Authorize;
}

/** More pods than that are no picture, and no quick query. */
const MOST_PODS = 50;

/** The route that tells how the pods of an object were. */
export function addHistoryRoutes(
  router: Router,
  { health, history, authorize }: HistoryRouteOptions,
): void {
  router.get('/history/:kind/:cluster/:namespace/:name', async (req, res) => {
    const ref = parse(objectRefSchema, req.params, 'Path');
    const query = parse(historyQuerySchema, req.query, 'Query');
    const { covers } = await authorize(req, moneroNodeSetReadPermission);
    const object = health.get(ref.kind, ref);
    // What may not be seen is not there.
    if (!object || !covers(object)) {
      throw new NotFoundError(
        `There is no ${ref.kind} "${ref.name}" in namespace "${ref.namespace}" of cluster "${ref.cluster}".`,
      );
    }
    const { cluster, namespace } = ref;
    res.json(
      await history.read(
        { cluster, namespace, pods: podsOf(object).slice(0, MOST_PODS) },
        query,
      ),
    );
  });
}

/** Pods that are measured; those of a network are told by its node sets. */
function podsOf(object: HealthOfKind[MoneroKind]): string[] {
  if ('nodes' in object) return object.nodes.map(({ pod }) => pod);
  if ('miners' in object) return object.miners.map(({ pod }) => pod);
  return [];
}
