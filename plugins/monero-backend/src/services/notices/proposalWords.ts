import { formatDuration } from '@monero-portal/plugin-monero-common';
import { stalledOf } from '../proposals/progress';
import type { ProposalRow } from '../proposals/ProposalRow';
import { shortName } from '../proposals/steps';
import { wordsOf } from './recipients';
import { TROUBLE, type AroundProposal, type Stage } from './stage';

/** What a notice of a proposal says. */
export interface Words {
  title: string;
  description: string;
  severity?: 'high';
}

/** By stage. @param told - the stage that was told before */
export const WORDS: Record<
  Stage,
  (row: ProposalRow, around: AroundProposal, told: string) => Words
> = {
  proposed: row => ({
    title: 'Waits for review',
    description: `${nameOf(row)}, by ${shortName(
      row.proposedBy,
    )}. It changes nothing until it is merged${onForge(row)}.`,
  }),
  conflict: row => ({
    title: 'Cannot be merged',
    description: `${nameOf(row)}. ${
      row.conflict ?? ''
    } Propose the change again, and close this one.`,
    severity: 'high',
  }),
  closed: row => ({
    title: 'Closed',
    description: `${nameOf(row)}${by(row.closedBy)}. Nothing was changed.`,
  }),
  merged: (row, _, told) =>
    TROUBLE.has(told)
      ? {
          title: 'Goes on',
          description: `${nameOf(row)} is being applied after all.`,
        }
      : {
          title: 'Merged',
          description: `${nameOf(row)}${by(
            row.mergedBy,
          )}. The GitOps agent of cluster ${row.cluster} applies it next.`,
        },
  late: (row, { now }) => ({
    title: 'Not applied yet',
    description: `${nameOf(row)} was merged ${formatDuration(
      (now - Date.parse(row.mergedAt ?? '')) / 1000,
    )} ago, and is not in cluster ${
      row.cluster
    }. Is the GitOps agent running, and does its log show an error?`,
    severity: 'high',
  }),
  failed: (row, { object }) => {
    const stalled = object && stalledOf(object);
    return {
      title: 'Failed to apply',
      description: `${nameOf(row)}: the operator cannot go on. ${
        stalled?.message ?? stalled?.reason ?? ''
      }`.trim(),
      severity: 'high',
    };
  },
  done: row => ({
    title: row.supersededBy === null ? 'In sync' : 'Overtaken',
    description:
      row.supersededBy === null
        ? `${nameOf(row)} has come through after all.`
        : `${nameOf(row)}: proposal #${
            row.supersededBy
          } changed the same object later.`,
  }),
};

/** "Proposal #7 to change node set web in namespace monero of cluster dev" */
function nameOf({ id, operation, kind, ...ref }: ProposalRow): string {
  return `Proposal #${id} to ${operation} ${wordsOf(kind)} ${
    ref.name
  } in namespace ${ref.namespace} of cluster ${ref.cluster}`;
}

function by(who: string | null): string {
  return who ? `, by ${shortName(who)}` : '';
}

function onForge({ forge, prNumber }: ProposalRow): string {
  return forge === null ? '' : ` on ${forge} (#${prNumber})`;
}
