import { Readiness } from './readiness';

/** How long what passes by itself may last before a ready node counts as not ready. */
export const HOLD_MS = 30_000;

/**
 * Keeps a node that was ready from flapping: what passes by itself must last
 * before it counts. Everything else counts at once, and readiness comes back
 * only by a check that finds nothing in the way.
 *
 * @param now - a clock that never jumps, in milliseconds
 */
export function steady(
  check: () => Promise<Readiness>,
  now: () => number,
): () => Promise<Readiness> {
  let readyAtMs: number | undefined;
  return async () => {
    const found = await check();
    if (found.ready) {
      readyAtMs = now();
      return found;
    }
    if (!found.passing) readyAtMs = undefined;
    const ageMs = readyAtMs === undefined ? Infinity : now() - readyAtMs;
    return ageMs <= HOLD_MS
      ? {
          ready: true,
          reason: `${found.reason}; in sync ${Math.round(ageMs / 1000)} s ago`,
        }
      : found;
  };
}
