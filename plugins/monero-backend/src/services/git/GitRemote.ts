import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError } from './GitError';
import type { GitRepository } from './GitRepository';
import { runGit } from './runGit';

/** Where a mirror comes from, and who the portal is there. */
export interface GitRemoteOptions {
  /** The local bare repository; made at the first use. It is a cache. */
  repo: GitRepository;
  /** What git fetches from: https, without user or password. */
  url: string;
  /** Value of the Authorization header, asked for at each use. */
  authorization: () => Promise<string | undefined>;
  /** Branch that is applied. */
  branch: string;
  /** Where the branches of proposals are: `monero`. */
  prefix: string;
  /** Protocols that git may speak; tests add `file`. */
  protocols?: string;
}

/** The first fetch may bring years of history. */
const FETCH_TIMEOUT_MS = 5 * 60_000;
const PUSH_TIMEOUT_MS = 60_000;

/** What of this process's environment decides how git reaches a network. */
const NETWORK_ENV = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

/**
 * A repository on a forge, as a mirror that the portal reads and writes with
 * git's plumbing. Commits are made here, so the same draft is the same commit
 * on every forge, and pushing it twice is pushing it once. Every method throws
 * {@link GitError}; no message holds the token.
 */
export class GitRemote {
  readonly #options: GitRemoteOptions;
  #fetching?: Promise<void>;
  #fetchedAt = -Infinity;

  constructor(options: GitRemoteOptions) {
    this.#options = options;
  }

  /**
   * Brings the mirror up to date. Calls at the same time share one fetch.
   *
   * @param maxAgeMs - a fetch that began no longer ago will do
   */
  async fetch(maxAgeMs = 0): Promise<void> {
    if (maxAgeMs > 0 && Date.now() - this.#fetchedAt <= maxAgeMs) {
      return;
    }
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    });
    await this.#fetching;
  }

  /**
   * Puts a commit on a branch of the forge, which is new or holds it already.
   *
   * @param authorization - a user's own, instead of the portal's
   * @throws GitError `Exists` when the branch holds something else,
   * `Forbidden` when the forge does not let us
   */
  async push(
    branch: string,
    commit: string,
    authorization?: string,
  ): Promise<void> {
    const { repo, url } = this.#options;
    try {
      await this.#run({
        args: [
          'push',
          '--no-verify',
          // Only as a new branch.
          `--force-with-lease=refs/heads/${branch}:`,
          url,
          `${commit}:refs/heads/${branch}`,
        ],
        timeoutMs: PUSH_TIMEOUT_MS,
        authorization,
      });
    } catch (error) {
      if (await this.#holds(branch, commit)) {
        return; // pushed before, and the answer was lost
      }
      throw explained(error, branch);
    }
    await repo.setBranch(branch, commit);
  }

  /** Whether the branch on the forge is at that commit. */
  async #holds(branch: string, commit: string): Promise<boolean> {
    try {
      const { stdout } = await this.#run({
        args: ['ls-remote', this.#options.url, `refs/heads/${branch}`],
        timeoutMs: PUSH_TIMEOUT_MS,
      });
      return stdout.startsWith(commit);
    } catch {
      return false;
    }
  }

  async #fetch(): Promise<void> {
    const { branch, prefix, url } = this.#options;
    const began = Date.now();
    await this.#ensure();
    await this.#run({
      args: [
        'fetch',
        '--quiet',
        '--prune',
        '--no-tags',
        '--no-write-fetch-head',
        '--no-auto-gc',
        url,
        `+refs/heads/${branch}:refs/heads/${branch}`,
        `+refs/heads/${prefix}/*:refs/heads/${prefix}/*`,
      ],
      timeoutMs: FETCH_TIMEOUT_MS,
    });
    this.#fetchedAt = began;
  }

  async #ensure(): Promise<void> {
    const { gitDir } = this.#options.repo;
    const there = await stat(join(gitDir, 'HEAD')).catch(() => undefined);
    if (!there) {
      await mkdir(gitDir, { recursive: true, mode: 0o700 });
      await runGit({ gitDir, args: ['init', '--quiet', '--bare', gitDir] });
    }
  }

  async #run(run: {
    args: readonly string[];
    timeoutMs: number;
    authorization?: string;
  }) {
    const { repo, protocols = 'https:http' } = this.#options;
    const authorization =
      run.authorization ?? (await this.#options.authorization());
    return runGit({
      ...{ gitDir: repo.gitDir, args: run.args, timeoutMs: run.timeoutMs },
      env: {
        ...networkEnv(),
        ...configEnv({
          // A forge that sends us elsewhere must not get the token there.
          'http.followRedirects': 'false',
          'credential.helper': '',
          ...(authorization && {
            'http.extraHeader': `Authorization: ${authorization}`,
          }),
        }),
        GIT_ALLOW_PROTOCOL: protocols,
        GIT_ASKPASS: 'true',
      },
    });
  }
}

/** Settings by environment: arguments of a process can be read by every user of the machine. */
function configEnv(settings: Record<string, string>): Record<string, string> {
  const entries = Object.entries(settings);
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(entries.length)],
    ...entries.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}

function networkEnv(): Record<string, string> {
  const given = NETWORK_ENV.flatMap(name => {
    const value = process.env[name];
    return value ? [[name, value]] : [];
  });
  const { NODE_EXTRA_CA_CERTS: ca } = process.env;
  return Object.fromEntries(ca ? [...given, ['GIT_SSL_CAINFO', ca]] : given);
}

function explained(error: unknown, branch: string): unknown {
  if (!(error instanceof GitError)) return error;
  const { message } = error;
  if (/stale info|non-fast-forward|fetch first|already exists/.test(message)) {
    return new GitError('Exists', `branch ${branch} exists already`, {
      cause: error,
    });
  }
  if (/protected branch|hook declined|GH006|GH013|TF402455/i.test(message)) {
    return new GitError(
      'Forbidden',
      `The forge protects branch ${branch}: its rules must let the portal's account create branches that begin with monero/. ${lastWords(
        message,
      )}`,
      { cause: error },
    );
  }
  if (/\b40[13]\b|denied|not allowed|Authentication failed/i.test(message)) {
    return new GitError(
      'Forbidden',
      `The forge does not let the token push: it takes the right to write to the repository (GitHub repo or contents: write, GitLab write_repository, Gitea write:repository, Bitbucket repository:write, Azure DevOps vso.code_write). ${lastWords(
        message,
      )}`,
      { cause: error },
    );
  }
  return error;
}

/** What the forge itself said, without progress and without our own command. */
function lastWords(message: string): string {
  return message
    .split('\n')
    .flatMap(line => /(?:remote:|fatal:|!) .*/.exec(line)?.[0].trim() ?? [])
    .join(' ')
    .slice(0, 400);
}
