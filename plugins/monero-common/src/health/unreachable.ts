import { formatDuration, secondsSince } from './format';

/** When it is, and since when the cluster cannot be asked. */
interface Reach {
  /** Milliseconds since the epoch. */
  now: number;
  unreachableSince?: string;
}

/** Nothing is known of a pod whose cluster cannot be reached. */
export function unreachable({ unreachableSince, now }: Reach) {
  return unreachableSince === undefined
    ? undefined
    : {
        state: 'Unknown' as const,
        reason: `The cluster has not been reachable for ${formatDuration(
          secondsSince(unreachableSince, now),
        )}.`,
        next: 'The portal keeps trying.',
        since: unreachableSince,
      };
}
