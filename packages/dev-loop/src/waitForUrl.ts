import { setTimeout as delay } from 'node:timers/promises';
import { LoopError } from './LoopError';

const INTERVAL_MS = 250;
const REQUEST_TIMEOUT_MS = 5_000;

/**
 * Waits until a URL answers with a 2xx status.
 *
 * @throws LoopError when `timeoutMs` have passed
 */
export async function waitForUrl(
  url: string,
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    options.signal.throwIfAborted();
    try {
      const response = await fetch(url, {
        signal: AbortSignal.any([
          options.signal,
          AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ]),
      });
      await response.arrayBuffer();
      if (response.ok) return;
      last = `status ${response.status}`;
    } catch (error) {
      options.signal.throwIfAborted();
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(INTERVAL_MS, undefined, { signal: options.signal });
  }
  throw new LoopError(`${url} did not come up: ${last}`);
}
