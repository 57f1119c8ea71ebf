import type { Proposal } from '@monero-portal/plugin-monero-common';
import type { ProposalRow } from './ProposalRow';
import { stepsOf } from './steps';
import { waitingFor, type Surroundings } from './waitingFor';

/** A stored proposal as it is told to others. @param diff - only for a single one */
export function toProposal(
  row: ProposalRow,
  around: Surroundings,
  diff?: string,
): Proposal {
  if (row.state === 'drafting' || row.head === null) {
    throw new Error(`proposal ${row.id} is still being written`);
  }
  return {
    id: row.id,
    title: row.title,
    cluster: row.cluster,
    namespace: row.namespace,
    name: row.name,
    kind: row.kind,
    operation: row.operation,
    volumes: row.volumes ?? undefined,
    owner: row.owner ?? undefined,
    proposedBy: row.proposedBy,
    mergedBy: row.mergedBy ?? undefined,
    mergedAt: row.mergedAt ?? undefined,
    closedBy: row.closedBy ?? undefined,
    closedAt: row.closedAt ?? undefined,
    pullRequest:
      row.forge !== null && row.prNumber !== null && row.prUrl !== null
        ? { forge: row.forge, number: row.prNumber, url: row.prUrl }
        : undefined,
    branch: row.branch,
    targetBranch: row.targetBranch,
    head: row.head,
    path: row.path,
    state: row.state,
    steps: stepsOf(row, around),
    supersededBy: row.supersededBy ?? undefined,
    waitingFor: waitingFor(row, around),
    diff,
    conflict: row.conflict ?? undefined,
    createdAt: row.createdAt,
  };
}
