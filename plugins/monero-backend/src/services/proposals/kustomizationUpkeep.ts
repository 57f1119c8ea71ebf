import { posix } from 'node:path';
import { ConflictError } from '@backstage/errors';
import type { FileChange } from '../git';
import {
  KUSTOMIZATION_NAMES,
  withoutResource,
  withResource,
} from './kustomization';
import type { FullProposalRow } from './ProposalRow';
import type { OpenTarget } from './targets';

type Change = Pick<
  FullProposalRow,
  'operation' | 'path' | 'baseCommit' | 'targetBranch'
>;

/**
 * What a proposal changes in the kustomization beside its file: nothing where
 * the target does not ask for it, and nothing where the file only changes.
 *
 * @throws ConflictError when a new file would be applied by nobody, or when
 *   the kustomization cannot be read; GitError
 */
export async function kustomizationUpkeep(
  { operation, path, baseCommit, targetBranch }: Change,
  { kustomization, repo }: Pick<OpenTarget, 'kustomization' | 'repo'>,
): Promise<FileChange[]> {
  if (!kustomization || operation === 'change') return [];
  const folder = posix.dirname(path);
  const beside = KUSTOMIZATION_NAMES.map(name => posix.join(folder, name));
  for (const file of beside) {
    const text = await repo.readFile(baseCommit, file);
    if (text !== undefined) {
      const edit = operation === 'retire' ? withoutResource : withResource;
      const content = edited(edit, text, { path, file });
      return content === text ? [] : [{ path: file, content }];
    }
  }
  if (operation === 'retire') return [];
  throw new ConflictError(
    `There is no ${beside[0]} on branch ${targetBranch}, so ${path} would be applied by nobody. Commit one, and name its folder in the kustomization above; or set monero.gitops.targets[].kustomization to false.`,
  );
}

function edited(
  edit: (text: string, file: string) => string,
  text: string,
  { path, file }: { path: string; file: string },
): string {
  try {
    return edit(text, posix.basename(path));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new ConflictError(
      `${file} ${error.message}. Mend it in the repository first.`,
    );
  }
}
