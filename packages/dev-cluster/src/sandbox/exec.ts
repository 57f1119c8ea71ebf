import { spawn } from 'node:child_process';
import { DevClusterError } from '../errors';
import type { ExecOptions, ExecResult } from '../types';
import { killProcess } from './killProcess';

/** More output than this from one program is a mistake, not an answer. */
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** What is run: a program and its arguments, wrapped or not. */
export interface Command {
  file: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** How to call it in errors. */
  label: string;
}

function tail(text: string, lines = 10): string {
  return text.trim().split('\n').slice(-lines).join('\n');
}

/**
 * Runs a program to its end.
 *
 * @throws DevClusterError `ExecFailed` with the end of its stderr when it fails,
 *   takes longer than the deadline or writes too much; `Aborted` on the signal.
 */
export function run(
  command: Command,
  options: ExecOptions = {},
): Promise<ExecResult> {
  const { signal, timeoutMs = 60_000, input } = options;
  return new Promise((resolve, reject) => {
    const fail = (reason: string, code: 'ExecFailed' | 'Aborted') =>
      reject(new DevClusterError(code, `${command.label}: ${reason}`));
    if (signal?.aborted) {
      fail('not started, stopped before', 'Aborted');
      return;
    }
    const child = spawn(command.file, command.args, {
      cwd: command.cwd ?? '/',
      env: command.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Of its own group: a Ctrl-C is for us to handle, and what it starts ends with it.
      detached: true,
    });
    const output = { stdout: '', stderr: '' };
    const end = (reason: string, code: 'ExecFailed' | 'Aborted') => {
      fail(reason, code);
      if (child.pid !== undefined) killProcess(-child.pid);
    };
    const timer = setTimeout(
      () => end(`no end after ${timeoutMs / 1000} s`, 'ExecFailed'),
      timeoutMs,
    );
    const onAbort = () => end('stopped', 'Aborted');
    signal?.addEventListener('abort', onAbort, { once: true });
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        output[stream] += text;
        if (output[stream].length > MAX_OUTPUT_BYTES) {
          end(`more than ${MAX_OUTPUT_BYTES} bytes of output`, 'ExecFailed');
        }
      });
    }
    child.once('error', error => fail(error.message, 'ExecFailed'));
    child.once('close', (code, killedBy) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      if (code === 0) resolve(output);
      else {
        const how = killedBy ? `ended by ${killedBy}` : `exit code ${code}`;
        fail(`${how}\n${tail(output.stderr)}`.trim(), 'ExecFailed');
      }
    });
    child.stdin.on('error', () => {}); // it need not read its input
    child.stdin.end(input ?? '');
  });
}
