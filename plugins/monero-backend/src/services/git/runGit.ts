import { spawn } from 'node:child_process';
import { GitError } from './GitError';

/** How to run git once. */
export interface GitRun {
  gitDir: string;
  args: readonly string[];
  /** Added to a minimal environment. */
  env?: Record<string, string>;
  /** Written to standard input. */
  input?: string;
  /** Exit codes that are an answer; only 0 by default. */
  accept?: readonly number[];
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** What git said. */
export interface GitResult {
  code: number;
  stdout: string;
}

const TIMEOUT_MS = 15_000;
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

/**
 * Runs the git binary on a bare repository: no configuration of the machine
 * or the user, no hooks, no prompts, no pager, no shell; bounded in time and
 * output.
 *
 * @throws GitError `Failed`
 */
export function runGit(run: GitRun): Promise<GitResult> {
  const { gitDir, args, env, input = '', accept = [0], signal } = run;
  const timeoutMs = run.timeoutMs ?? TIMEOUT_MS;
  const what = `git ${args[0]} in ${gitDir}`;
  return new Promise((resolve, reject) => {
    const child = spawn(
      'git',
      ['--git-dir', gitDir, '-c', 'core.hooksPath=/dev/null', ...args],
      {
        env: {
          PATH: process.env.PATH,
          LC_ALL: 'C',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_LITERAL_PATHSPECS: '1',
          GIT_TERMINAL_PROMPT: '0',
          ...env,
        },
        stdio: ['pipe', 'pipe', 'pipe'],
        signal,
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
      },
    );
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    let size = 0;
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT_BYTES) {
        child.kill('SIGKILL');
      } else {
        into.push(chunk);
      }
    };
    child.stdout.on('data', collect(out));
    child.stderr.on('data', collect(errors));
    // git may end before it has read everything; its exit code tells why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', cause =>
      reject(new GitError('Failed', `${what}: ${explain(cause)}`, { cause })),
    );
    child.on('close', code => {
      if (code !== null && accept.includes(code)) {
        resolve({ code, stdout: Buffer.concat(out).toString('utf8') });
      } else if (size > MAX_OUTPUT_BYTES) {
        reject(
          new GitError(
            'Failed',
            `${what}: more than ${MAX_OUTPUT_BYTES} bytes of output`,
          ),
        );
      } else if (code === null) {
        reject(
          new GitError('Failed', `${what}: ended after ${timeoutMs / 1000} s`),
        );
      } else {
        const said = Buffer.concat(errors).toString('utf8').trim();
        reject(new GitError('Failed', `${what}: ${said || `exit ${code}`}`));
      }
    });
  });
}

function explain(cause: Error): string {
  return 'code' in cause && cause.code === 'ENOENT'
    ? 'the git program is not installed'
    : cause.message;
}
