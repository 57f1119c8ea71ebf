import { secondsSince } from './format';
import type { NodeSample } from './sample';

/** An answer older than this is not current any more. */
export const SAMPLE_MAX_AGE_SECONDS = 30;
/** An exporter that fails for this long has failed more than once: a single failure is no news. */
const FAILING_SECONDS = 4;

/**
 * How long an exporter that has answered before has been silent.
 *
 * @param now - milliseconds since the epoch
 * @returns seconds since its last answer; undefined while what it said is current, and when it never said anything
 */
export function silentSeconds(
  { sampledAt, failedSince }: Pick<NodeSample, 'sampledAt' | 'failedSince'>,
  now: number,
): number | undefined {
  if (sampledAt === undefined) {
    return undefined;
  }
  const age = secondsSince(sampledAt, now);
  const failing =
    failedSince !== undefined &&
    secondsSince(failedSince, now) >= FAILING_SECONDS;
  return failing || age > SAMPLE_MAX_AGE_SECONDS ? age : undefined;
}
