import {
  formatDuration,
  PROPOSAL_STEPS,
  secondsSince,
  type ProposalStep,
  type ProposalStepName,
} from '@monero-portal/plugin-monero-common';
import type { ProposalRow } from './ProposalRow';
import { stalledOf } from './progress';
import type { Surroundings } from './waitingFor';

/** The five steps of a proposal, as the pages show them. Pure. */
export function stepsOf(
  row: ProposalRow,
  around: Pick<Surroundings, 'health' | 'object'>,
): ProposalStep[] {
  const times: Record<ProposalStepName, string | null> = {
    Proposed: row.createdAt,
    Merged: row.mergedAt,
    Applied: row.appliedAt,
    Reconciled: row.reconciledAt,
    InSync: row.inSyncAt,
  };
  const current = PROPOSAL_STEPS.find(step => times[step] === null);
  return PROPOSAL_STEPS.map((step): ProposalStep => {
    const at = times[step];
    if (at !== null) {
      return { step, state: 'done', at, detail: doneDetail(step, row) };
    }
    return step === current
      ? currentStep(step, row, around)
      : { step, state: 'pending' };
  });
}

/** `group:default/wallets` is "wallets" to a reader, and `service:x` and `gitea:x` are "x". */
export function shortName(ref: string): string {
  return ref.replace(/^([^/]*\/|[^:]*:)/, '');
}

/** The first seven digits of a commit, as git shows it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}

function doneDetail(
  step: ProposalStepName,
  row: ProposalRow,
): string | undefined {
  switch (step) {
    case 'Proposed':
      return `by ${shortName(row.proposedBy)}`;
    case 'Merged':
      return row.mergedBy ? `by ${shortName(row.mergedBy)}` : 'with git';
    case 'Applied':
      return row.mergeCommit
        ? `commit ${shortCommit(row.mergeCommit)}`
        : undefined;
    case 'Reconciled':
      return row.appliedGeneration === null
        ? undefined
        : `revision ${row.appliedGeneration}`;
    default:
      return row.inSyncAt && row.appliedAt
        ? `took ${formatDuration(
            secondsSince(row.appliedAt, Date.parse(row.inSyncAt)),
          )}`
        : undefined;
  }
}

function currentStep(
  step: ProposalStepName,
  row: ProposalRow,
  { health, object }: Pick<Surroundings, 'health' | 'object'>,
): ProposalStep {
  if (row.state === 'closed') {
    return {
      step,
      state: 'failed',
      at: row.closedAt ?? undefined,
      detail: row.closedBy ? `by ${shortName(row.closedBy)}` : undefined,
    };
  }
  if (row.state === 'conflict') {
    return { step, state: 'failed', detail: 'conflict' };
  }
  if (row.supersededBy !== null) {
    return {
      step,
      state: 'pending',
      detail: `overtaken by #${row.supersededBy}`,
    };
  }
  const seen = health ?? object;
  if (step === 'Reconciled' && seen && stalledOf(seen)) {
    return { step, state: 'failed', detail: 'the operator cannot go on' };
  }
  const detail =
    row.operation === 'retire' ? undefined : currentDetail(step, health);
  return { step, state: 'current', detail };
}

function currentDetail(
  step: ProposalStepName,
  health: Surroundings['health'],
): string | undefined {
  if (step !== 'InSync' || !health) {
    return undefined;
  }
  const inSync = health.nodes.filter(({ state }) => state === 'In sync').length;
  return `${inSync} of ${health.replicas} nodes`;
}
