import {
  clusterNameSchema,
  moneroNodeSetReadPermission,
  moneroProposalCreatePermission,
  moneroProposalMergePermission,
  moneroProposalReadPermission,
  mergeInputSchema,
  objectRefSchema,
  operationOf,
  proposalFilterSchema,
  proposeInputSchema,
} from '@monero-portal/plugin-monero-common';
import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ActorService } from '../services/actors';
import type { FleetSnapshot } from '../services/fleet';
import type { HealthService } from '../services/health';
import type { HistoryService } from '../services/history';
import type { ProposalService, WebhookService } from '../services/proposals';
import { audited } from './audited';
import { createAuthorizer } from './authorizer';
import { addHealthRoutes } from './healthRoutes';
import { addHistoryRoutes } from './historyRoutes';
import { idSchema, parse } from './parse';
import { repositoryErrors } from './repositoryErrors';

/** What the routes need. */
export interface RouterOptions {
  health: HealthService;
  history: Pick<HistoryService, 'read'>;
  fleet: Pick<FleetSnapshot, 'read'>;
  proposals: ProposalService;
  webhooks: Pick<WebhookService, 'receive'>;
  actors: Pick<ActorService, 'actorOf'>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** Larger than any manifest that is accepted, with room for JSON's escapes. */
const BODY_LIMIT = '512kb';
/** GitHub's largest are of 25 MB; those about a pull request are of some 30 kB. */
const WEBHOOK_LIMIT = '2mb';

/** Every route parses, authorizes, calls a service and responds; nothing else. */
export function createRouter(options: RouterOptions): Router {
  const { health, history, fleet, proposals, webhooks, actors, auditor } =
    options;
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

  addHealthRoutes(router, { health, fleet, authorize });
  addHistoryRoutes(router, { health, history, authorize });

  router.get('/manifests/:kind/:cluster/:namespace/:name', async (req, res) => {
    const ref = parse(objectRefSchema, req.params, 'Path');
    await authorize(req, moneroNodeSetReadPermission);
    res.json(await proposals.manifest(ref));
  });

  router.get('/proposals', async (req, res) => {
    const filter = parse(proposalFilterSchema, req.query, 'Query');
    await authorize(req, moneroProposalReadPermission);
    res.json(await proposals.list(filter));
  });

  router.get('/proposals/:id', async (req, res) => {
    const id = parse(idSchema, req.params.id, 'Proposal id');
    await authorize(req, moneroProposalReadPermission);
    res.json(await proposals.get(id));
  });

  router.post('/proposals', async (req, res) => {
    const input = parse(proposeInputSchema, req.body, 'Body');
    const credentials = await authorize(req, moneroProposalCreatePermission);
    const by = await actors.actorOf(credentials);
    const { cluster, namespace, name, kind, title } = input;
    const { proposal, created } = await audited(
      auditor,
      {
        eventId: 'proposal-create',
        request: req,
        meta: {
          ...{ cluster, namespace, name, kind, title },
          operation: operationOf(input),
        },
      },
      () => proposals.propose(input, by),
      result => ({ proposalId: result.proposal.id }),
    );
    res.status(created ? 201 : 200).json(proposal);
  });

  router.post('/proposals/:id/merge', async (req, res) => {
    const id = parse(idSchema, req.params.id, 'Proposal id');
    const { head } = parse(mergeInputSchema, req.body, 'Body');
    const credentials = await authorize(req, moneroProposalMergePermission);
    const by = await actors.actorOf(credentials);
    const merged = await audited(
      auditor,
      {
        eventId: 'proposal-merge',
        request: req,
        meta: { proposalId: id, head },
      },
      () => proposals.merge(id, head, by),
    );
    res.json(merged);
  });

  router.post('/proposals/:id/close', async (req, res) => {
    const id = parse(idSchema, req.params.id, 'Proposal id');
    const credentials = await authorize(req, moneroProposalMergePermission);
    const by = await actors.actorOf(credentials);
    const closed = await audited(
      auditor,
      { eventId: 'proposal-close', request: req, meta: { proposalId: id } },
      () => proposals.close(id, by),
    );
    res.json(closed);
  });

  router.use(repositoryErrors);
  return router;
}
