import type {
  Proposal,
  ProposalStep,
  ProposalStepName,
} from '@monero-portal/plugin-monero-common';
import { PROPOSAL_WORDS, type Tone } from './tones';

/** What each step is called on the pages. */
const STEP_LABELS: Record<ProposalStepName, string> = {
  Proposed: 'Proposed',
  Merged: 'Merged',
  Applied: 'Applied',
  Reconciled: 'Reconciled',
  InSync: 'In sync',
};

/** What they are called where something goes. */
const RETIRE_LABELS: Partial<Record<ProposalStepName, string>> = {
  Applied: 'Being removed',
  Reconciled: 'Removed',
  InSync: 'All stopped',
};

/** What a step of a proposal is called: miners mine, what is retired stops, and what is closed is never merged. */
export function labelOfStep(
  { kind, operation, state }: Pick<Proposal, 'kind' | 'operation' | 'state'>,
  step: ProposalStepName,
): string {
  if (step === 'Merged' && state === 'closed') {
    return 'Closed';
  }
  if (operation === 'retire') {
    return RETIRE_LABELS[step] ?? STEP_LABELS[step];
  }
  return step === 'InSync' && kind === 'MoneroMiningNodeSet'
    ? 'Mining'
    : STEP_LABELS[step];
}

/** The step that a proposal is waiting in, if any. */
export function currentStep(proposal: Proposal): ProposalStep | undefined {
  return proposal.steps.find(
    step => step.state === 'current' || step.state === 'failed',
  );
}

/** Where a proposal stands, in a word: the last step that is done. */
export function standingOf(proposal: Proposal): { word: string; tone: Tone } {
  if (proposal.state !== 'merged') {
    return PROPOSAL_WORDS[proposal.state];
  }
  const done = proposal.steps.filter(step => step.state === 'done');
  const last = done[done.length - 1]?.step ?? 'Merged';
  if (proposal.steps.some(step => step.state === 'failed')) {
    return { word: 'Failed', tone: 'bad' };
  }
  return {
    word: labelOfStep(proposal, last),
    tone: last === 'InSync' ? 'good' : 'busy',
  };
}

/** Whether there is still something to decide about a proposal. */
export function isOpen(proposal: Proposal): boolean {
  return proposal.state === 'proposed' || proposal.state === 'conflict';
}
