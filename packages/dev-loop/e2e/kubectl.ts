import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { LoopEnvironment } from './environment';

const COMMAND = ['--import', 'tsx', 'packages/dev-cluster/src/cli/kubectl.ts'];
const TIMEOUT_MS = 60_000;

const environmentOf = (loop: LoopEnvironment) => ({
  ...process.env,
  MONERO_DEV_CLUSTER_DATA: loop.clusterData,
});

/** `npm run kubectl -- ARGS`, and what it prints. */
export async function kubectl(
  loop: LoopEnvironment,
  args: string[],
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...COMMAND, ...args],
    { env: environmentOf(loop), timeout: TIMEOUT_MS },
  );
  return stdout;
}

/**
 * Makes a port of a pod reachable for as long as `use` takes.
 *
 * @param use - gets a URL on this machine
 */
export async function withPortForward<T>(
  loop: LoopEnvironment,
  pod: { namespace: string; name: string; port: number },
  use: (url: string) => Promise<T>,
): Promise<T> {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    [
      ...COMMAND,
      `--namespace=${pod.namespace}`,
      'port-forward',
      `pod/${pod.name}`,
      `:${pod.port}`,
    ],
    {
      env: environmentOf(loop),
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    },
  );
  const exited = once(child, 'exit');
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^Forwarding from 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port) return await use(`http://127.0.0.1:${port}`);
    }
    throw new Error(`port-forward to ${pod.name} ended`);
  } finally {
    if (child.exitCode === null && child.pid)
      process.kill(-child.pid, 'SIGKILL');
    await exited;
  }
}
