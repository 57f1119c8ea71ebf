import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Commits a change to `main` of a bare repository, as somebody who pushes.
 *
 * @param change edits the files in a work tree
 * @returns the commit
 */
export async function commitTo(
  repository: string,
  change: (tree: string) => Promise<unknown>,
): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'tree-'));
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: tree,
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'somebody',
        GIT_AUTHOR_EMAIL: 'somebody@localhost',
        GIT_COMMITTER_NAME: 'somebody',
        GIT_COMMITTER_EMAIL: 'somebody@localhost',
      },
    }).toString();
  try {
    git('clone', '--quiet', repository, '.');
    await change(tree);
    git('add', '--all');
    git('commit', '--quiet', '--no-gpg-sign', '--message=A change');
    git('push', '--quiet', 'origin', 'HEAD:main');
    return git('rev-parse', 'HEAD').trim();
  } finally {
    await rm(tree, { recursive: true });
  }
}
