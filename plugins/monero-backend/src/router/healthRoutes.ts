import {
  moneroNodeSetReadPermission,
  nodeSetRefSchema,
  snapshotQuerySchema,
  type MoneroKind,
} from '@monero-portal/plugin-monero-common';
import type { Router } from 'express';
import type { FleetSnapshot } from '../services/fleet';
import type { HealthService } from '../services/health';
import type { Authorize } from './authorizer';
import { findCovered } from './coverage';
import { parse } from './parse';

/** What the routes of health need. */
export interface HealthRouteOptions {
  health: HealthService;
  fleet: Pick<FleetSnapshot, 'read'>;
  /** Whether clusters may be missing, because nobody has named them yet. */
  isLocating: () => boolean;
  authorize: Authorize;
}

/** Each kind under its own path. */
const KINDS: readonly [path: string, kind: MoneroKind][] = [
  ['/node-sets', 'MoneroNodeSet'],
  ['/networks', 'MoneroNetwork'],
  ['/mining-sets', 'MoneroMiningNodeSet'],
];

/** The routes that tell how things are; all answer from memory. */
export function addHealthRoutes(
  router: Router,
  { health, fleet, isLocating, authorize }: HealthRouteOptions,
): void {
  router.get('/clusters', async (req, res) => {
    await authorize(req, moneroNodeSetReadPermission);
    res.json({ items: health.clusters() });
  });

  router.get('/snapshot', async (req, res) => {
    const query = parse(snapshotQuerySchema, req.query, 'Query');
    const { covers } = await authorize(req, moneroNodeSetReadPermission);
    res.json({
      ...fleet.read(query, health.clusters(), covers),
      locating: isLocating() || undefined,
    });
  });

  for (const [path, kind] of KINDS) {
    router.get(path, async (req, res) => {
      const { covers } = await authorize(req, moneroNodeSetReadPermission);
      const items = health.list(kind).filter(covers);
      res.json({ items, clusters: health.clusters() });
    });

    router.get(`${path}/:cluster/:namespace/:name`, async (req, res) => {
      const ref = parse(nodeSetRefSchema, req.params, 'Path');
      const { covers } = await authorize(req, moneroNodeSetReadPermission);
      res.json(findCovered(health, { ...ref, kind }, covers));
    });
  }
}
