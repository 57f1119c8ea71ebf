import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is there.
 *
 * @param what is waited for, for the error
 * @param check gives the answer, or `undefined`, or throws while it is not there
 * @throws Error with the last failure when time is up
 */
export async function waitFor<T>(
  what: string,
  check: () => Promise<T | undefined>,
  timeoutMs = 30_000,
): Promise<T> {
  const endMs = performance.now() + timeoutMs;
  let cause: unknown;
  while (performance.now() < endMs) {
    try {
      const answer = await check();
      if (answer !== undefined) {
        return answer;
      }
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await sleep(100);
  }
  const last = cause === undefined ? '' : `: ${String(cause)}`;
  throw new Error(`${what}: not within ${timeoutMs} ms${last}`, { cause });
}
