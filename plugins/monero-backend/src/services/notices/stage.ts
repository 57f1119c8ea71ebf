import type { ObservedObject } from '../clusters';
import { stalledOf } from '../proposals/progress';
import type { ProposalRow } from '../proposals/ProposalRow';

/** What is known around a proposal when somebody may have to be told. */
export interface AroundProposal {
  /** Milliseconds since the epoch. */
  now: number;
  /** Whether its cluster can be asked: only then is "not there" an answer. */
  known: boolean;
  object?: ObservedObject;
}

/** Where a proposal stands, for who waits for it. */
export type Stage =
  | 'proposed'
  | 'conflict'
  | 'closed'
  | 'merged'
  /** The GitOps agent should have applied it. */
  | 'late'
  /** The operator cannot go on. */
  | 'failed'
  | 'done';

/** An agent looks every few minutes; then it is news. */
const LATE_MS = 15 * 60_000;
/** The operator may mend it meanwhile. */
const FAILED_MS = 60_000;

/** Stages after which something has to be told that goes well. */
export const TROUBLE: ReadonlySet<string> = new Set(['late', 'failed']);

/** Where a proposal stands. Pure. @returns undefined while nobody is to see it */
export function stageOf(
  row: ProposalRow,
  around: AroundProposal,
): Stage | undefined {
  if (row.state !== 'merged') {
    return row.state === 'drafting' ? undefined : row.state;
  }
  if (row.inSyncAt !== null || row.supersededBy !== null) {
    return 'done';
  }
  if (hasFailed(row, around)) {
    return 'failed';
  }
  const age = around.now - Date.parse(row.mergedAt ?? '');
  return row.appliedAt === null && around.known && age >= LATE_MS
    ? 'late'
    : 'merged';
}

function hasFailed(row: ProposalRow, { object, now }: AroundProposal): boolean {
  if (!object || object.proposalId !== row.id || row.reconciledAt !== null) {
    return false;
  }
  const stalled = stalledOf(object);
  const since = Date.parse(stalled?.lastTransitionTime ?? '');
  return stalled !== undefined && !(now - since < FAILED_MS);
}
