import { execFile } from 'node:child_process';

/** A child process that failed, with what it had to say. */
export class CommandError extends Error {
  readonly name = 'CommandError';
  constructor(
    /** Program and arguments. */
    readonly argv: readonly string[],
    /** Exit code; undefined when it was killed or never started. */
    readonly exitCode: number | undefined,
    /** What it wrote to standard error, else standard output, trimmed. */
    readonly output: string,
    reason: string,
  ) {
    super(`${argv[0]} ${reason}${output ? `: ${output}` : ''}`);
  }
}

/** Bounds and surroundings of a child process. */
export interface RunOptions {
  /** Deadline in milliseconds; the process is killed then. */
  timeoutMs: number;
  /** Ends the process. */
  signal?: AbortSignal;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Standard input; closed at once when absent. */
  input?: string;
  /** Most output accepted, in bytes. Default 64 MiB. */
  maxBytes?: number;
}

/** Longest output repeated in an error, in characters. */
const MAX_QUOTED = 4000;

/**
 * Runs a program to its end.
 *
 * @returns what it wrote, byte for byte
 * @throws CommandError when it does not end with 0 in time
 */
export function runBytes(
  argv: readonly [string, ...string[]],
  options: RunOptions,
): Promise<{ stdout: Buffer; stderr: Buffer }> {
  const [program, ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      {
        cwd: options.cwd,
        env: options.env,
        signal: options.signal,
        timeout: options.timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: options.maxBytes ?? 64 * 1024 * 1024,
        encoding: 'buffer',
      },
      (error, stdout, stderr) => {
        if (!error) {
          resolve({ stdout, stderr });
          return;
        }
        const said = (stderr.length ? stderr : stdout).toString('utf8').trim();
        const code = typeof error.code === 'number' ? error.code : undefined;
        reject(
          new CommandError(
            argv,
            code,
            said.slice(-MAX_QUOTED),
            reasonOf(error, code, options),
          ),
        );
      },
    );
    // A program that ends without reading its input is judged by its exit code.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

/** As {@link runBytes}, with text. */
export async function run(
  argv: readonly [string, ...string[]],
  options: RunOptions,
): Promise<{ stdout: string; stderr: string }> {
  const { stdout, stderr } = await runBytes(argv, options);
  return { stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

function reasonOf(
  error: Error & { killed?: boolean; code?: unknown },
  code: number | undefined,
  options: RunOptions,
): string {
  if (options.signal?.aborted) return 'was stopped';
  if (code !== undefined) return `ended with ${code}`;
  if (error.code === 'ENOENT') return 'is not installed';
  if (error.killed) return `was killed after ${options.timeoutMs} ms`;
  return `failed (${error.message})`;
}
