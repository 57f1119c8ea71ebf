import { ConflictError, InputError } from '@backstage/errors';
import { violationsOf } from '@monero-portal/plugin-monero-common';
import { GitError, type MergeAttempt } from '../git';
import type { Actor } from './ProposalService';
import { checkManifest } from './manifest';
import type { ProposalRow } from './ProposalRow';
import { shortCommit } from './steps';
import type { OpenTarget } from './targets';

/** How often a merge is tried when the branch moves at the same moment. */
const MAX_ATTEMPTS = 5;

/** How a merge ended. */
export type MergeOutcome =
  | { merged: true; commit: string }
  | { merged: false; conflict: string };

/**
 * Joins a proposal's commit into the branch that is applied, with a merge
 * commit. The branch moves from a commit that was looked at to the merge or
 * not at all; the proposal's own branch is never touched.
 *
 * @throws ConflictError when the proposal's branch is not at `head` or the
 * result would not be a valid manifest; GitError
 */
export async function mergeProposal(
  row: ProposalRow,
  head: string,
  target: OpenTarget,
  by: Actor,
  time: Date,
): Promise<MergeOutcome> {
  await checkHead(row, head, target);
  const { repo } = target;
  for (let attempt = 1; ; attempt++) {
    const ours = await repo.branch(row.targetBranch);
    if (ours === undefined) {
      throw new ConflictError(
        `Branch ${row.targetBranch} is not in the GitOps repository any more.`,
      );
    }
    if (await repo.contains(ours, head)) {
      return { merged: true, commit: ours };
    }
    const tried = await repo.tryMerge(ours, head);
    if (!tried.clean) {
      return { merged: false, conflict: conflictOf(row, tried) };
    }
    await checkResult(row, ours, tried.tree, target);
    const commit = await repo.commitMerge(tried.tree, {
      ours,
      theirs: head,
      message: `Merge proposal #${row.id}: ${row.title}\n\nMonero-Proposal: ${row.id}\nMerged-By: ${by.ref}\n`,
      author: by,
      time,
    });
    try {
      await repo.moveBranch(row.targetBranch, ours, commit);
      return { merged: true, commit };
    } catch (error) {
      const moved = error instanceof GitError && error.code === 'Moved';
      if (!moved || attempt >= MAX_ATTEMPTS) {
        throw error;
      }
    }
  }
}

/** What keeps two changes from being joined, in a sentence. */
export function conflictOf(
  row: Pick<ProposalRow, 'targetBranch'>,
  attempt: Extract<MergeAttempt, { clean: false }>,
): string {
  return `${attempt.files.join(', ')} was changed on ${
    row.targetBranch
  } and in this proposal in the same place.`;
}

async function checkHead(
  row: ProposalRow,
  head: string,
  { repo }: OpenTarget,
): Promise<void> {
  const actual = await repo.branch(row.branch);
  if (actual === undefined) {
    throw new ConflictError(
      `Branch ${row.branch} is not in the GitOps repository any more.`,
    );
  }
  if (actual !== head) {
    throw new ConflictError(
      `The proposal has changed since you looked at it: it is at commit ${shortCommit(
        actual,
      )}, not ${shortCommit(head)}. Look at the change again.`,
    );
  }
}

/** Two changes that are right by themselves can be wrong together. */
async function checkResult(
  row: ProposalRow,
  ours: string,
  tree: string,
  { repo }: OpenTarget,
): Promise<void> {
  const merged = await repo.readFile(tree, row.path);
  if (merged === undefined) {
    return;
  }
  try {
    checkManifest(merged, row, await repo.readFile(ours, row.path));
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    throw Object.assign(
      new ConflictError(
        `Merged into ${row.targetBranch} as it is now, the change would be refused. ${error.message}`,
      ),
      { violations: violationsOf(error) },
    );
  }
}
