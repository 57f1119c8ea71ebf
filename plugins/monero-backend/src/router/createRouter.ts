import {
  clusterNameSchema,
  moneroNodeSetReadPermission,
  objectRefSchema,
} from '@monero-portal/plugin-monero-common';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Granter } from '../permissions';
import type { ActorService } from '../services/actors';
import type { FleetSnapshot } from '../services/fleet';
import type { HealthService } from '../services/health';
import type { HistoryService, LagService } from '../services/history';
import type { ProposalService, WebhookService } from '../services/proposals';
import { createAuthorizer } from './authorizer';
import { addHealthRoutes } from './healthRoutes';
import { addHistoryRoutes } from './historyRoutes';
import { parse } from './parse';
import { addProposalRoutes } from './proposalRoutes';
import { limitErrors } from './limitErrors';
import { readManifest } from './coverage';
import { repositoryErrors } from './repositoryErrors';
import { openApiDocument } from '../schema';

/** What the routes need. */
export interface RouterOptions {
  health: HealthService;
  history: Pick<HistoryService, 'read'>;
  lags: Pick<LagService, 'read'>;
  fleet: Pick<FleetSnapshot, 'read'>;
  /** Whether clusters may be missing, because nobody has named them yet. */
  isLocating: () => boolean;
  proposals: ProposalService;
  webhooks: Pick<WebhookService, 'receive'>;
  actors: Pick<ActorService, 'actorOf'>;
  httpAuth: HttpAuthService;
  granter: Granter;
  auditor: AuditorService;
}

/** Larger than any manifest that is accepted, with room for JSON's escapes. */
const BODY_LIMIT = '512kb';
/** GitHub's largest are of 25 MB; those about a pull request are of some 30 kB. */
const WEBHOOK_LIMIT = '2mb';

/** Every route parses, authorizes, calls a service and responds; nothing else. */
export function createRouter(options: RouterOptions): Router {
  const { health, history, lags, fleet, isLocating, webhooks } = options;
  const authorize = createAuthorizer(options);
  const router = PromiseRouter();
  // Before bodies are read as JSON: a signature is over the bytes.
  router.post(
    '/webhooks/:cluster',
    express.raw({ type: () => true, limit: WEBHOOK_LIMIT }),
    (req, res) => {
      const cluster = parse(clusterNameSchema, req.params.cluster, 'Path');
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      webhooks.receive(cluster, { header: name => req.header(name), body });
      res.status(204).end();
    },
  );
  router.use(express.json({ limit: BODY_LIMIT }));
  router.get('/openapi.json', (_, res) => {
    res.json(openApiDocument);
  });

  addHealthRoutes(router, { health, fleet, isLocating, authorize });
  addHistoryRoutes(router, { health, history, lags, fleet, authorize });

  router.get('/manifests/:kind/:cluster/:namespace/:name', async (req, res) => {
    const ref = parse(objectRefSchema, req.params, 'Path');
    const grant = await authorize(req, moneroNodeSetReadPermission);
    res.json(await readManifest(options, ref, grant));
  });

  addProposalRoutes(router, { ...options, authorize });

  router.use(limitErrors);
  router.use(repositoryErrors);
  return router;
}
