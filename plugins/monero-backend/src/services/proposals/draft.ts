import { ConflictError } from '@backstage/errors';
import { GitError, type GitAuthor } from '../git';
import type { Actor } from './ProposalService';
import type { ProposalRow } from './ProposalRow';
import type { ProposalStore } from './ProposalStore';
import type { OpenTarget } from './targets';
import { withProposal } from './manifest';

/**
 * Writes the branch of a draft and opens the proposal. Can be repeated after
 * a crash: the same draft gives the same commit and the same branch.
 *
 * @throws GitError
 */
export async function openDraft(
  row: ProposalRow,
  target: OpenTarget,
  by: Actor,
  store: Pick<ProposalStore, 'branchTaken' | 'update'>,
): Promise<ProposalRow> {
  const { repo } = target;
  const head = await repo.commitFiles({
    parent: row.baseCommit,
    changes: [{ path: row.path, content: contentOf(row) }],
    message: messageOf(row),
    author: authorOf(row, by),
    time: new Date(row.createdAt),
  });
  const branch = await createBranch(row, head, target, store);
  const patch = { state: 'proposed', branch, head } as const;
  await store.update(row.id, ['drafting'], patch);
  return { ...row, ...patch };
}

function contentOf(row: ProposalRow): string | undefined {
  return row.operation === 'retire'
    ? undefined
    : withProposal(row.manifest, row.id);
}

/** A branch of that name may be left from an earlier, closed proposal; it is kept. */
async function createBranch(
  row: ProposalRow,
  head: string,
  { repo }: OpenTarget,
  store: Pick<ProposalStore, 'branchTaken' | 'update'>,
): Promise<string> {
  const numbered = `${row.branch}-${row.id}`;
  const names = (await store.branchTaken(row.branch, row.id))
    ? [numbered]
    : [row.branch, numbered];
  for (const name of names) {
    try {
      await repo.createBranch(name, head);
      return name;
    } catch (error) {
      if (!(error instanceof GitError && error.code === 'Exists')) {
        throw error;
      }
    }
  }
  throw new ConflictError(
    `Branch ${numbered} exists already and holds something else; remove or rename it.`,
  );
}

function messageOf(row: ProposalRow): string {
  const trailers = [
    `Monero-Proposal: ${row.id}`,
    `Proposed-By: ${row.proposedBy}`,
    ...(row.owner ? [`Owner: ${row.owner}`] : []),
  ];
  const body = row.volumes ? `${row.volumes}\n\n` : '';
  return `${row.title}\n\n${body}${trailers.join('\n')}\n`;
}

function authorOf(row: ProposalRow, by: Actor): GitAuthor {
  // Another user may repeat a draft that was interrupted; its author stays.
  return by.ref === row.proposedBy
    ? by
    : { name: row.proposedBy, email: 'unknown@backstage.invalid' };
}
