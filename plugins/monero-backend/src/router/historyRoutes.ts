import { NotFoundError } from '@backstage/errors';
import {
  historyQuerySchema,
  moneroNodeSetReadPermission,
  objectRefSchema,
  type FleetHistory,
  type FleetItem,
  type MoneroKind,
} from '@monero-portal/plugin-monero-common';
import type { Router } from 'express';
import type { FleetSnapshot } from '../services/fleet';
import type { HealthOfKind, HealthService } from '../services/health';
import type { HistoryService, Lags, LagService } from '../services/history';
import type { Authorize } from './authorizer';
import { parse } from './parse';

/** What the routes of history need. */
export interface HistoryRouteOptions {
  health: Pick<HealthService, 'get'>;
  history: Pick<HistoryService, 'read'>;
  lags: Pick<LagService, 'read'>;
  fleet: Pick<FleetSnapshot, 'read'>;
  authorize: Authorize;
}

/** More pods than that are no picture, and no quick query. */
const MOST_PODS = 50;

/** The routes that tell how the fleet was, and how the pods of an object were. */
export function addHistoryRoutes(
  router: Router,
  { health, history, lags, fleet, authorize }: HistoryRouteOptions,
): void {
  router.get('/history', async (req, res) => {
    const { covers } = await authorize(req, moneroNodeSetReadPermission);
    const { items } = fleet.read({}, [], covers);
    res.json(historyOf(items, await lags.read()));
  });

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

/** The lines of those that were measured. */
function historyOf(items: readonly FleetItem[], lags: Lags): FleetHistory {
  return {
    from: new Date(lags.from * 1000).toISOString(),
    stepSeconds: lags.stepSeconds,
    items: items.flatMap(item => {
      const { kind, cluster, namespace, name } = item;
      const blocksBehind = lags.worstOf(item, setsOf(item));
      return blocksBehind
        ? [{ kind, cluster, namespace, name, blocksBehind }]
        : [];
    }),
  };
}

/** Names of the node sets that make it up. */
function setsOf({ kind, name, replicas }: FleetItem): string[] {
  switch (kind) {
    case 'MoneroNodeSet':
      return [name];
    case 'MoneroNetwork':
      return Array.from({ length: replicas }, (_, index) => `${name}-${index}`);
    default:
      return [];
  }
}

/** Pods that are measured; those of a network are told by its node sets. */
function podsOf(object: HealthOfKind[MoneroKind]): string[] {
  if ('nodes' in object) return object.nodes.map(({ pod }) => pod);
  if ('miners' in object) return object.miners.map(({ pod }) => pod);
  return [];
}
