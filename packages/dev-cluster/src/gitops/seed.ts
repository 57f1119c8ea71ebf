import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { run } from '../shell/run';
import { GitOpsError } from './GitOpsError';

const GIT_TIMEOUT_MS = 30_000;

const IDENTITY = {
  GIT_AUTHOR_NAME: 'monero-portal',
  GIT_AUTHOR_EMAIL: 'monero-portal@localhost',
  GIT_COMMITTER_NAME: 'monero-portal',
  GIT_COMMITTER_EMAIL: 'monero-portal@localhost',
};

/** Settings of {@link seedGitOpsRepository}. */
export interface SeedOptions {
  /** Where the bare repository is, or will be. */
  path: string;
  /** Content of the files of the first commit, by their path. */
  files: Readonly<Record<string, string>>;
  /** Default `main`. */
  branch?: string;
  signal?: AbortSignal;
}

/**
 * Makes a bare repository with one commit, all at once; one that is there is
 * left as it is.
 *
 * @returns whether it was made
 * @throws GitOpsError `Repository`
 */
export async function seedGitOpsRepository(
  options: SeedOptions,
): Promise<boolean> {
  const { path, files, branch = 'main', signal } = options;
  if (await exists(path)) {
    await assertRepository(path, signal);
    return false;
  }
  const parent = dirname(path);
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, '.seed-'));
  const tree = join(work, 'tree');
  try {
    for (const [name, text] of Object.entries(files)) {
      if (
        normalize(name) !== name ||
        name.startsWith('/') ||
        /^\.\.?\//.test(name)
      ) {
        throw new GitOpsError('Repository', `"${name}" is no path of a file`);
      }
      const file = join(tree, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const bare = join(work, 'bare');
    const git = async (...args: string[]) => {
      const argv = ['git', `--git-dir=${bare}`, `--work-tree=${tree}`] as const;
      await run([...argv, ...args], {
        timeoutMs: GIT_TIMEOUT_MS,
        signal,
        env: { ...process.env, ...IDENTITY },
        cwd: tree,
      });
    };
    await run(
      ['git', 'init', '--quiet', '--bare', `--initial-branch=${branch}`, bare],
      {
        timeoutMs: GIT_TIMEOUT_MS,
        signal,
      },
    );
    await git('add', '--all', '--force', '.');
    await git(
      'commit',
      '--quiet',
      '--no-verify',
      '--no-gpg-sign',
      '--message=Initial state',
    );
    await rm(join(bare, 'index'), { force: true });
    await rename(bare, path);
    return true;
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof GitOpsError) throw cause;
    throw new GitOpsError(
      'Repository',
      `cannot make ${path}: ${(cause as Error).message}`,
      { cause },
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function assertRepository(
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await run(
      [
        'git',
        '-c',
        `safe.directory=${path}`,
        `--git-dir=${path}`,
        'rev-parse',
        '--git-dir',
      ],
      { timeoutMs: GIT_TIMEOUT_MS, signal },
    );
  } catch (cause) {
    signal?.throwIfAborted();
    throw new GitOpsError(
      'Repository',
      `${path} exists and is no git repository: choose another path, or move it away`,
      { cause },
    );
  }
}
