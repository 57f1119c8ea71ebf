import { ConflictError } from '@backstage/errors';
import { GitError, type GitAuthor } from '../git';
import { kustomizationUpkeep } from './kustomizationUpkeep';
import { openPullRequest } from './openPullRequest';
import type { Actor } from './ProposalService';
import type { FullProposalRow } from './ProposalRow';
import type { ProposalStore } from './ProposalStore';
import type { OpenTarget } from './targets';
import { withProposal } from './manifest';

/** What opening a proposal needs. */
export interface DraftDeps {
  store: Pick<ProposalStore, 'branchTaken' | 'update'>;
  /** Address of the portal, for the link back. */
  portalUrl: string;
  /** The user's own token for the forge. */
  forgeToken?: string;
}

/**
 * Writes the branch of a draft and opens the proposal. Can be repeated after
 * a crash: the same draft gives the same commit and the same branch.
 *
 * @throws GitError
 */
export async function openDraft(
  row: FullProposalRow,
  target: OpenTarget,
  by: Actor,
  { store, ...deps }: DraftDeps,
): Promise<FullProposalRow> {
  const { repo } = target;
  const author = authorOf(row, by);
  const head = await repo.commitFiles({
    parent: row.baseCommit,
    changes: [
      { path: row.path, content: contentOf(row) },
      ...(await kustomizationUpkeep(row, target)),
    ],
    message: messageOf(row, author),
    author,
    time: new Date(row.createdAt),
  });
  const create = async (name: string) => {
    if (!target.hosted) return repo.createBranch(name, head);
    const { forge, remote } = target.hosted;
    const own = deps.forgeToken && (await forge.authorization(deps.forgeToken));
    return remote.push(name, head, own);
  };
  const branch = await createBranch(row, create, store);
  const patch: Partial<FullProposalRow> = {
    ...(await openPullRequest({ ...row, branch }, target, deps)),
    state: 'proposed',
    ...{ branch, head },
  };
  await store.update(row.id, ['drafting'], patch);
  return { ...row, ...patch };
}

function contentOf(row: FullProposalRow): string | undefined {
  return row.operation === 'retire'
    ? undefined
    : withProposal(row.manifest, row.id);
}

/** A branch of that name may be left from an earlier, closed proposal; it is kept. */
async function createBranch(
  row: FullProposalRow,
  create: (name: string) => Promise<void>,
  store: DraftDeps['store'],
): Promise<string> {
  const numbered = `${row.branch}-${row.id}`;
  const names = (await store.branchTaken(row.branch, row.id))
    ? [numbered]
    : [row.branch, numbered];
  for (const name of names) {
    try {
      await create(name);
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

function messageOf(row: FullProposalRow, author: GitAuthor): string {
  const trailers = [
    `Monero-Proposal: ${row.id}`,
    `Proposed-By: ${row.proposedBy}`,
    ...(row.owner ? [`Owner: ${row.owner}`] : []),
    ...(isReal(author.email)
      ? [`Signed-off-by: ${oneLine(author.name)} <${oneLine(author.email)}>`]
      : []),
  ];
  const body = row.volumes ? `${row.volumes}\n\n` : '';
  return `${row.title}\n\n${body}${trailers.join('\n')}\n`;
}

function authorOf(row: FullProposalRow, by: Actor): GitAuthor {
  // Another user may repeat a draft that was interrupted; its author stays.
  return by.ref === row.proposedBy
    ? by
    : { name: row.proposedBy, email: 'unknown@backstage.invalid' };
}

/** Whether an address is one that the catalog knows, and can be signed with. */
function isReal(email: string): boolean {
  return !email.endsWith('@backstage.invalid');
}

function oneLine(text: string): string {
  return text.replace(/[<>\p{Cc}]/gu, ' ').trim();
}
