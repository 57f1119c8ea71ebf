import { NotFoundError } from '@backstage/errors';
import {
  historyQuerySchema,
  moneroNodeSetReadPermission,
  objectRefSchema,
} from '@monero-portal/plugin-monero-common';
import type { Router } from 'express';
import type { HealthService } from '../services/health';
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
    const pods = podsOf(health, ref);
    // What may not be seen is not there.
    if (!object || !pods || !covers(object)) {
      throw new NotFoundError(
        `There is no ${ref.kind} "${ref.name}" in namespace "${ref.namespace}" of cluster "${ref.cluster}".`,
      );
    }
    const { cluster, namespace } = ref;
    res.json(
      await history.read(
        { cluster, namespace, pods: pods.slice(0, MOST_PODS) },
        query,
      ),
    );
  });
}

/** Pods that are measured; those of a network are told by its node sets. */
function podsOf(
  health: Pick<HealthService, 'get'>,
  { kind, ...ref }: ReturnType<(typeof objectRefSchema)['parse']>,
): string[] | undefined {
  switch (kind) {
    case 'MoneroNodeSet':
      return health.get(kind, ref)?.nodes.map(({ pod }) => pod);
    case 'MoneroMiningNodeSet':
      return health.get(kind, ref)?.miners.map(({ pod }) => pod);
    default:
      return health.get(kind, ref) && [];
  }
}
