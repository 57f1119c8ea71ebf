import type { Silent } from '../schemas';
import { formatDuration, secondsSince } from './format';
import { podCondition, type PodLike } from './pod';
import { isCurrent, type Timing } from './silence';

/** Who was to tell what the exporters of a cluster say does not answer. */
export interface MeasuringAway {
  /** When it last answered, or was first asked; ISO 8601. */
  since: string;
  /** Why it does not, in a sentence. */
  reason: string;
}

/** What is looked at of a pod while nobody measures it. */
interface Unmeasured {
  pod: PodLike;
  sample: Timing;
  /** Milliseconds since the epoch. */
  now: number;
  measuringAway?: MeasuringAway;
}

/**
 * While nobody measures, and what was measured is old, a ready pod still tells
 * that its node is in sync, or its miner mines: it is ready by that rule.
 *
 * @param state - of a pod that is ready
 */
export function readyMeanwhile<S>(state: S) {
  return (facts: Unmeasured) => {
    const silence = silenceOf(facts);
    return silence && podCondition(facts.pod, 'Ready')?.status === 'True'
      ? { state, reason: `Its pod is ready; ${silence}.` }
      : undefined;
  };
}

/** Nothing current is known of a pod that is not ready while nobody measures. */
export function unmeasured(facts: Unmeasured) {
  const silence = silenceOf(facts);
  const silent: Silent = 'source';
  return silence === undefined
    ? undefined
    : {
        state: 'Unknown' as const,
        silent,
        reason: `Its pod is not ready, and ${silence}.`,
        next: 'Look at the events of the pod, and at Prometheus; the portal keeps asking.',
        since: facts.measuringAway?.since,
      };
}

function silenceOf({
  sample,
  now,
  measuringAway,
}: Unmeasured): string | undefined {
  return measuringAway && !isCurrent(sample, now)
    ? `Prometheus has not answered for ${formatDuration(
        secondsSince(measuringAway.since, now),
      )}`
    : undefined;
}
