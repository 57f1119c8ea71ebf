import type { ProposalRow } from '../proposals/ProposalRow';
import { WORDS } from './proposalWords';
import { entityRefOf, isUser, ownerRefOf } from './recipients';
import { noticeOf, type Saying } from './Saying';
import { stageOf, TROUBLE, type AroundProposal, type Stage } from './stage';

const ENDED: ReadonlySet<string> = new Set([
  ...['merged', 'late', 'failed', 'closed', 'done'],
]);
/** By this, what was told of a proposal is known. */
export function proposalScope(id: number): string {
  return `proposal/${id}`;
}

/**
 * What the owner of a proposal is to be told now, if anything. Pure.
 *
 * @param told - the stage that was told last; empty for none
 */
export function proposalNotice(
  row: ProposalRow,
  around: AroundProposal,
  told: string,
): Saying | undefined {
  const stage = stageOf(row, around);
  if (!stage || stage === told || !isNews(stage, told)) {
    return undefined;
  }
  const scope = proposalScope(row.id);
  const { title, ...words } = WORDS[stage](row, around, told);
  return {
    ...{ scope, from: told, to: stage },
    notice: noticeOf(
      recipientsOf(row, stage),
      {
        title: `${title}: ${row.title}`,
        severity: 'normal',
        ...words,
        link: `/monero/proposals/${row.id}`,
        topic: 'Monero proposals',
        scope,
      },
      // Who has just proposed it knows; the others are to look at it.
      stage === 'proposed' && ownerRefOf(row.owner)
        ? row.proposedBy
        : undefined,
    ),
  };
}

function isNews(stage: Stage, told: string): boolean {
  // Another portal was faster than what this one has read.
  if ((stage === 'proposed' || stage === 'conflict') && ENDED.has(told)) {
    return false;
  }
  // That all went well is told to who was told that it did not.
  return stage !== 'done' || TROUBLE.has(told);
}

/** Owners and, but for what they did themselves, who proposed it. */
function recipientsOf(row: ProposalRow, stage: Stage): string[] {
  const owner = ownerRefOf(row.owner);
  const proposer =
    isUser(row.proposedBy) && !(stage === 'proposed' && owner)
      ? [row.proposedBy]
      : [];
  return [...(owner ? [owner] : []), entityRefOf(row), ...proposer];
}
