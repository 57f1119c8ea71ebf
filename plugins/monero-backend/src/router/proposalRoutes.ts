import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  mergeInputSchema,
  moneroProposalCreatePermission,
  moneroProposalMergePermission,
  moneroProposalReadPermission,
  proposalFilterSchema,
  proposeInputSchema,
} from '@monero-portal/plugin-monero-common';
import type { Request, Router } from 'express';
import type { Grant } from '../permissions';
import type { ActorService } from '../services/actors';
import type { HealthService } from '../services/health';
import type { Actor, ProposalService } from '../services/proposals';
import { audited } from './audited';
import type { Authorize } from './authorizer';
import { idSchema, parse } from './parse';
import { proposeFor } from './proposing';

/** What the routes of proposals need. */
export interface ProposalRouteOptions {
  health: Pick<HealthService, 'get'>;
  proposals: ProposalService;
  actors: Pick<ActorService, 'actorOf'>;
  auditor: AuditorService;
  authorize: Authorize;
}

/** The routes on which changes are proposed, seen and merged. */
export function addProposalRoutes(
  router: Router,
  options: ProposalRouteOptions,
): void {
  const { proposals, actors, auditor, authorize } = options;

  router.get('/proposals', async (req, res) => {
    const filter = parse(proposalFilterSchema, req.query, 'Query');
    const { criteria } = await authorize(req, moneroProposalReadPermission);
    res.json(await proposals.list(filter, criteria));
  });

  router.get('/proposals/:id', async (req, res) => {
    const id = parse(idSchema, req.params.id, 'Proposal id');
    const grant = await authorize(req, moneroProposalReadPermission);
    if (!(await covers(grant, id))) {
      throw notFound(id);
    }
    res.json(await proposals.get(id));
  });

  router.post('/proposals', async (req, res) => {
    const input = parse(proposeInputSchema, req.body, 'Body');
    const grant = await authorize(req, moneroProposalCreatePermission);
    const { proposal, created } = await proposeFor(options, input, grant, req);
    res.status(created ? 201 : 200).json(proposal);
  });

  router.post('/proposals/:id/merge', async (req, res) => {
    const id = parse(idSchema, req.params.id, 'Proposal id');
    const { head } = parse(mergeInputSchema, req.body, 'Body');
    const decide = await decider(req, id);
    const meta = { proposalId: id, head };
    const merged = await audited(
      auditor,
      { eventId: 'proposal-merge', request: req, meta },
      () => decide(by => proposals.merge(id, head, by)),
    );
    res.json(merged);
  });

  router.post('/proposals/:id/close', async (req, res) => {
    const id = parse(idSchema, req.params.id, 'Proposal id');
    const decide = await decider(req, id);
    const closed = await audited(
      auditor,
      { eventId: 'proposal-close', request: req, meta: { proposalId: id } },
      () => decide(by => proposals.close(id, by)),
    );
    res.json(closed);
  });

  /** What is not covered is refused within what is written down. */
  async function decider(req: Request, id: number) {
    const grant = await authorize(req, moneroProposalMergePermission);
    const by = await actors.actorOf(grant.credentials);
    return async <T>(decide: (actor: Actor) => Promise<T>): Promise<T> => {
      if (!(await covers(grant, id))) {
        const reads = await authorize(req, moneroProposalReadPermission);
        throw (await covers(reads, id)) ? notAllowed(id) : notFound(id);
      }
      return decide(by);
    };
  }

  async function covers(grant: Grant, id: number): Promise<boolean> {
    return !grant.criteria || grant.covers(await proposals.facts(id));
  }
}

/** In the words of one that does not exist. */
function notFound(id: number): Error {
  return new NotFoundError(`There is no proposal #${id}.`);
}

function notAllowed(id: number): Error {
  return new NotAllowedError(
    `You may not merge or close proposal #${id}: your permission ${moneroProposalMergePermission.name} does not cover it.`,
  );
}
