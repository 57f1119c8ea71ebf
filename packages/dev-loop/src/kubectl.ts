import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LoopError } from './LoopError';

const run = promisify(execFile);
const TIMEOUT_MS = 240_000;
const MOST_OUTPUT_BYTES = 16 * 2 ** 20;

/** Runs kubectl with these arguments and returns what it prints. */
export type Kubectl = (args: string[]) => Promise<string>;

/**
 * Binds kubectl to one cluster.
 *
 * @throws LoopError (from the returned function) with kubectl's own words
 */
export function kubectlFor(
  binary: string,
  kubeconfig: string,
  signal: AbortSignal,
): Kubectl {
  return async args => {
    try {
      const { stdout } = await run(
        binary,
        [`--kubeconfig=${kubeconfig}`, ...args],
        { signal, timeout: TIMEOUT_MS, maxBuffer: MOST_OUTPUT_BYTES },
      );
      return stdout;
    } catch (error) {
      signal.throwIfAborted();
      const { stderr, message } = error as Error & { stderr?: string };
      throw new LoopError(
        `kubectl ${args.slice(0, 3).join(' ')}: ${stderr?.trim() || message}`,
      );
    }
  };
}
