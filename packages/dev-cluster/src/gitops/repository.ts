import { run, runBytes, RunOptions } from '../shell/run';
import { GitOpsError } from './GitOpsError';

const GIT_TIMEOUT_MS = 15_000;

/** Bounds of what is read: a repository of manifests, not of films. */
const MAX_FILES = 5_000;
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;

/** A file of a commit. */
export interface RepositoryFile {
  /** Path inside the repository. */
  path: string;
  text: string;
}

/** Reads commits of one branch. */
export interface Repository {
  /** Commit that the branch points to. @throws GitOpsError */
  head(signal: AbortSignal): Promise<string>;
  /** Manifest files (.yaml, .yml, .json) below a folder. @throws GitOpsError */
  read(
    commit: string,
    folder: string,
    signal: AbortSignal,
  ): Promise<RepositoryFile[]>;
}

/** A repository on this machine, read with git and without a work tree. */
export function gitRepository(path: string, branch: string): Repository {
  const options = (signal: AbortSignal): RunOptions => ({
    timeoutMs: GIT_TIMEOUT_MS,
    signal,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    maxBytes: 2 * MAX_TOTAL_BYTES,
  });
  // The path is ours to read, whoever owns it.
  const git = [
    'git',
    '-c',
    `safe.directory=${path}`,
    `--git-dir=${path}`,
  ] as const;
  const wrap = (error: unknown, what: string, signal: AbortSignal): never => {
    signal.throwIfAborted();
    if (error instanceof GitOpsError) throw error;
    throw new GitOpsError(
      'Repository',
      `${what} of ${path} cannot be read: ${(error as Error).message}`,
      { cause: error },
    );
  };

  return {
    async head(signal) {
      try {
        const { stdout } = await run(
          [
            ...git,
            'rev-parse',
            '--verify',
            '--quiet',
            `refs/heads/${branch}^{commit}`,
          ],
          options(signal),
        );
        return stdout.trim();
      } catch (error) {
        return wrap(error, `branch ${branch}`, signal);
      }
    },
    async read(commit, folder, signal) {
      try {
        const { stdout } = await run(
          [
            ...git,
            'ls-tree',
            '-r',
            '-z',
            '-l',
            '--full-tree',
            commit,
            '--',
            `${folder}/`,
          ],
          options(signal),
        );
        const entries = manifestEntries(stdout);
        if (entries.length === 0) {
          throw new GitOpsError(
            'Repository',
            `commit ${commit.slice(
              0,
              7,
            )} has no manifest in ${folder}: nothing is applied or removed. To remove everything, remove the files one by one and keep at least one`,
          );
        }
        const { stdout: blobs } = await runBytes(
          [...git, 'cat-file', '--batch'],
          {
            ...options(signal),
            input: entries.map(entry => `${entry.oid}\n`).join(''),
          },
        );
        const texts = splitBlobs(blobs);
        return entries.map((entry, index) => ({
          path: entry.path,
          text: texts[index],
        }));
      } catch (error) {
        return wrap(error, `${folder} at ${commit.slice(0, 7)}`, signal);
      }
    },
  };
}

interface Entry {
  oid: string;
  path: string;
}

/**
 * Manifest files in the output of `git ls-tree -r -z -l`: regular files by
 * their ending. Links are left out, for they may lead anywhere.
 *
 * @throws GitOpsError when there is too much
 */
export function manifestEntries(lsTree: string): Entry[] {
  const entries: Entry[] = [];
  let total = 0;
  for (const line of lsTree.split('\0')) {
    const match = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line);
    if (!match || !/\.(ya?ml|json)$/.test(match[3])) continue;
    total += Number(match[2]);
    entries.push({ oid: match[1], path: match[3] });
  }
  if (entries.length > MAX_FILES || total > MAX_TOTAL_BYTES) {
    throw new GitOpsError(
      'Repository',
      `${entries.length} files with ${total} bytes are more than the ${MAX_FILES} files and ${MAX_TOTAL_BYTES} bytes that are read`,
    );
  }
  return entries;
}

/** Contents in the output of `git cat-file --batch`. */
export function splitBlobs(output: Buffer): string[] {
  const texts: string[] = [];
  for (let offset = 0; offset < output.length; ) {
    const end = output.indexOf('\n', offset);
    const header = output.toString('utf8', offset, end);
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1]);
    if (!Number.isInteger(size)) throw new Error(`git said "${header}"`);
    texts.push(output.toString('utf8', end + 1, end + 1 + size));
    offset = end + 1 + size + 1;
  }
  return texts;
}
