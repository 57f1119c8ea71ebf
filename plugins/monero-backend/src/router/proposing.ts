import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  operationOf,
  type Proposal,
  type ProposeInput,
} from '@monero-portal/plugin-monero-common';
import type { Request } from 'express';
import type { Grant } from '../permissions';
import type { ActorService } from '../services/actors';
import type { ProposalService } from '../services/proposals';
import { audited } from './audited';
import { requireCovered, type CoverageDeps } from './coverage';

/** What proposing a change needs. */
export interface ProposingDeps extends CoverageDeps {
  proposals: ProposalService;
  actors: Pick<ActorService, 'actorOf'>;
  auditor: AuditorService;
}

/**
 * Proposes a change for somebody, as far as their permission covers it, and
 * writes down who tried it: by whatever way they came.
 *
 * @param request - if they came over HTTP
 */
export async function proposeFor(
  deps: ProposingDeps,
  input: ProposeInput,
  grant: Grant,
  request?: Request,
): Promise<{ proposal: Proposal; created: boolean }> {
  const by = await deps.actors.actorOf(grant.credentials);
  const { cluster, namespace, name, kind, title } = input;
  const operation = operationOf(input);
  return audited(
    deps.auditor,
    {
      eventId: 'proposal-create',
      request,
      meta: { cluster, namespace, name, kind, title, operation },
    },
    async () => {
      await requireCovered(deps, input, grant);
      return deps.proposals.propose(input, by);
    },
    result => ({ proposalId: result.proposal.id }),
  );
}
