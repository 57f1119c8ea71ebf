import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ImageError } from './errors';

/**
 * Runs `work` while holding the lock of a file, across processes; a second
 * caller waits. The kernel holds it on behalf of a child (`flock`) that ends
 * with its standard input, so a killed process leaves no lock behind.
 *
 * @throws ImageError `Unsupported` when flock is missing; whatever `work` throws
 */
export async function withFileLock<T>(
  path: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const holder = spawn('flock', [path, 'sh', '-c', 'echo held; cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    signal,
  });
  const ended = once(holder, 'close').catch(() => []);
  try {
    await Promise.race([
      once(holder.stdout, 'data'),
      ended.then(() => {
        throw new Error('it ended before it held the lock');
      }),
    ]);
  } catch (cause) {
    holder.kill();
    signal?.throwIfAborted();
    throw new ImageError(
      'Unsupported',
      `cannot lock ${path} with flock (package util-linux)`,
      { cause },
    );
  }
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
