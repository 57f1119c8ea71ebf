import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitError } from './GitError';
import { runGit, type GitRun } from './runGit';

/** Who a commit is by. */
export interface GitAuthor {
  name: string;
  email: string;
}

/** What a file is to be. */
export interface FileChange {
  path: string;
  /** Undefined removes the file. */
  content: string | undefined;
}

/** A commit that changes some files. */
export interface FilesCommit {
  /** Commit that it builds on. */
  parent: string;
  changes: readonly FileChange[];
  message: string;
  author: GitAuthor;
  /** Fixes the commit's id: the same input gives the same commit. */
  time: Date;
}

/** A commit that joins `theirs` into `ours`. */
export interface MergeCommit {
  ours: string;
  theirs: string;
  message: string;
  author: GitAuthor;
  time: Date;
}

/** A merge that was tried; nothing is written to any branch. */
export type MergeAttempt =
  | { clean: true; tree: string }
  | { clean: false; files: string[]; messages: string[] };

const COMMITTER: GitAuthor = {
  name: 'Monero portal',
  email: 'monero-portal@backstage.invalid',
};
const NO_COMMIT = '0'.repeat(40);
/** Manifests are short: show them whole, with the change in its place. */
const CONTEXT_LINES = 1_000;

/**
 * A bare repository, changed with git's plumbing only: no work tree, no
 * checkout, and each branch moves from a known commit to another or not at
 * all. Every method throws {@link GitError}.
 */
export class GitRepository {
  constructor(readonly gitDir: string) {}

  /** @returns the commit of a branch, undefined when there is no such branch */
  async branch(
    name: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const { code, stdout } = await this.#git({
      args: ['rev-parse', '--verify', '--quiet', `${refOf(name)}^{commit}`],
      accept: [0, 1],
      signal,
    });
    return code === 0 ? stdout.trim() : undefined;
  }

  /** @returns a file's text, undefined when the commit has no such file */
  async readFile(commit: string, path: string): Promise<string | undefined> {
    const { stdout } = await this.#git({
      args: [
        'ls-tree',
        '-z',
        '--format=%(objecttype) %(objectname)',
        commit,
        '--',
        path,
      ],
    });
    const [type, blob] = stdout.replace(/\0.*$/s, '').split(' ');
    if (type !== 'blob') {
      return undefined;
    }
    return (await this.#git({ args: ['cat-file', 'blob', blob] })).stdout;
  }

  /** Writes a commit; no branch points to it yet. @returns its id */
  async commitFiles(commit: FilesCommit): Promise<string> {
    const index = join(tmpdir(), `monero-portal-${randomUUID()}.index`);
    const env = { GIT_INDEX_FILE: index };
    try {
      await this.#git({ args: ['read-tree', commit.parent], env });
      const entries = await Promise.all(
        commit.changes.map(change => this.#entry(change)),
      );
      await this.#git({
        args: ['update-index', '-z', '--index-info'],
        input: entries.join(''),
        env,
      });
      const tree = await this.#line({ args: ['write-tree'], env });
      return await this.#commitTree(tree, [commit.parent], commit);
    } finally {
      await rm(index, { force: true });
    }
  }

  /** A line of the index; mode 0 takes a path out of it. */
  async #entry({ path, content }: FileChange): Promise<string> {
    if (content === undefined) {
      return `0 ${NO_COMMIT}\t${path}\0`;
    }
    const args = ['hash-object', '-w', '--stdin'];
    const blob = await this.#line({ args, input: content });
    return `100644 ${blob}\t${path}\0`;
  }

  /** Finds out whether two commits can be joined, without joining them. */
  async tryMerge(ours: string, theirs: string): Promise<MergeAttempt> {
    const { code, stdout } = await this.#git({
      args: ['merge-tree', '--write-tree', '-z', '--name-only', ours, theirs],
      accept: [0, 1],
    });
    const [tree, ...rest] = stdout.split('\0');
    if (code === 0) {
      return { clean: true, tree };
    }
    const end = rest.indexOf('');
    return {
      clean: false,
      files: rest.slice(0, end),
      messages: conflictMessages(rest.slice(end + 1)),
    };
  }

  /** Writes a merge commit of a tree that {@link tryMerge} found clean. */
  async commitMerge(tree: string, merge: MergeCommit): Promise<string> {
    return this.#commitTree(tree, [merge.ours, merge.theirs], merge);
  }

  /** @throws GitError `Exists` when the branch exists at another commit */
  async createBranch(name: string, commit: string): Promise<void> {
    try {
      await this.#updateRef(name, commit, NO_COMMIT);
    } catch (error) {
      const existing = await this.branch(name);
      if (existing === undefined) {
        throw error;
      }
      if (existing !== commit) {
        throw new GitError('Exists', `branch ${name} exists already`, {
          cause: error,
        });
      }
    }
  }

  /** Puts a branch at a commit, wherever it was: for mirrors of a branch elsewhere. */
  async setBranch(name: string, commit: string): Promise<void> {
    await this.#git({
      args: ['update-ref', '-m', 'monero portal', refOf(name), commit],
    });
  }

  /** @throws GitError `Moved` when the branch is not at `from` */
  async moveBranch(name: string, from: string, to: string): Promise<void> {
    try {
      await this.#updateRef(name, to, from);
    } catch (error) {
      if ((await this.branch(name)) !== from) {
        throw new GitError('Moved', `branch ${name} has moved`, {
          cause: error,
        });
      }
      throw error;
    }
  }

  /** Whether `descendant` contains `ancestor`. */
  async contains(descendant: string, ancestor: string): Promise<boolean> {
    const { code } = await this.#git({
      args: ['merge-base', '--is-ancestor', ancestor, descendant],
      accept: [0, 1],
    });
    return code === 0;
  }

  /** Unified diff of everything between two commits. */
  async diff(from: string, to: string): Promise<string> {
    const { stdout } = await this.#git({
      args: [
        'diff',
        '--no-color',
        '--no-ext-diff',
        '--no-textconv',
        `--unified=${CONTEXT_LINES}`,
        from,
        to,
        '--',
      ],
    });
    return stdout;
  }

  async #commitTree(
    tree: string,
    parents: readonly string[],
    { author, time, message }: Pick<FilesCommit, 'author' | 'time' | 'message'>,
  ): Promise<string> {
    const date = `${Math.floor(time.getTime() / 1000)} +0000`;
    return this.#line({
      args: [
        'commit-tree',
        ...parents.flatMap(parent => ['-p', parent]),
        '-F',
        '-',
        tree,
      ],
      input: message,
      env: {
        GIT_AUTHOR_NAME: plain(author.name),
        GIT_AUTHOR_EMAIL: plain(author.email),
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: COMMITTER.name,
        GIT_COMMITTER_EMAIL: COMMITTER.email,
        GIT_COMMITTER_DATE: date,
      },
    });
  }

  async #updateRef(name: string, to: string, from: string): Promise<void> {
    await this.#git({
      args: ['update-ref', '-m', 'monero portal', refOf(name), to, from],
    });
  }

  async #line(run: Omit<GitRun, 'gitDir'>): Promise<string> {
    return (await this.#git(run)).stdout.trim();
  }

  #git(run: Omit<GitRun, 'gitDir'>) {
    return runGit({ gitDir: this.gitDir, ...run });
  }
}

function refOf(branch: string): string {
  return `refs/heads/${branch}`;
}

/** Angle brackets and control characters would change where git sees the name end. */
function plain(text: string): string {
  return (
    text
      .replace(/[<>\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 200) || 'unknown'
  );
}

/** `-z` output: number of paths, the paths, a type, a message; repeated. */
function conflictMessages(parts: readonly string[]): string[] {
  const messages: string[] = [];
  let at = 0;
  while (at < parts.length && /^\d+$/.test(parts[at])) {
    const paths = Number(parts[at]);
    const [type, message] = parts.slice(at + 1 + paths, at + 3 + paths);
    if (type?.startsWith('CONFLICT')) {
      messages.push(message.trim());
    }
    at += 3 + paths;
  }
  return messages;
}
