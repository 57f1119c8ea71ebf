import { formatDuration, secondsSince, sentence } from './format';
import type { NodeSample } from './sample';

/** An answer older than this is not current any more, unless looks are rarer. */
const MAX_AGE_SECONDS = 30;
/** An exporter that fails for this long has failed more than once: a single failure is no news. */
const FAILING_SECONDS = 4;

/** Of a sample, when it was taken and how it goes on. */
export type Timing = Pick<
  NodeSample,
  'sampledAt' | 'failedSince' | 'lookedAtEverySeconds'
>;

/**
 * Whether a sample says how its pod is now: it is as young as two looks in a row are apart.
 *
 * @param now - milliseconds since the epoch
 */
export function isCurrent(sample: Timing | undefined, now: number): boolean {
  return (
    sample?.sampledAt !== undefined &&
    secondsSince(sample.sampledAt, now) <= maxAgeOf(sample)
  );
}

/**
 * How long an exporter that has answered before has been silent.
 *
 * @param now - milliseconds since the epoch
 * @returns seconds since its last answer; undefined while what it said is current, and when it never said anything
 */
function silentSeconds(sample: Timing, now: number): number | undefined {
  const { sampledAt, failedSince, lookedAtEverySeconds = 0 } = sample;
  if (sampledAt === undefined) {
    return undefined;
  }
  const failing =
    failedSince !== undefined &&
    secondsSince(failedSince, now) >=
      Math.max(FAILING_SECONDS, lookedAtEverySeconds);
  return failing || !isCurrent(sample, now)
    ? secondsSince(sampledAt, now)
    : undefined;
}

/**
 * What is told of an exporter that does not answer.
 *
 * @param now - milliseconds since the epoch
 * @returns undefined while what it said is current
 */
export function silentExporter(
  sample: Timing & Pick<NodeSample, 'failure'>,
  now: number,
) {
  const { sampledAt, failedSince, failure } = sample;
  const why = failure ? ` (${failure})` : '';
  const unknown = { state: 'Unknown', silent: 'exporter' } as const;
  if (sampledAt === undefined) {
    return {
      ...unknown,
      reason: sentence(`Its exporter has never answered${why}`),
      since: failedSince,
    };
  }
  const age = silentSeconds(sample, now);
  return age === undefined
    ? undefined
    : {
        ...unknown,
        reason: `Its exporter has not answered for ${formatDuration(
          age,
        )}${why}.`,
        since: failedSince ?? sampledAt,
      };
}

function maxAgeOf({ lookedAtEverySeconds = 0 }: Timing): number {
  return Math.max(MAX_AGE_SECONDS, 2 * lookedAtEverySeconds);
}
