import type {
  MemberPair,
  NetworkLinks,
} from '@monero-portal/plugin-monero-common';
import { isCurrent } from '@monero-portal/plugin-monero-common';
import type { Measured } from './judgeNodes';

/** A member that starts needs a moment to find the others. */
const GRACE_MS = 60_000;

interface Member extends Measured {
  ordinal: number;
}

/**
 * Who is connected to whom in a closed network. A link is known by the end
 * that was dialled: it names the address of the pod that dialled. Of a pair in
 * which neither end says so, one at least is right only if both can tell.
 *
 * @param members - those that have a pod
 */
export function linksOf(
  members: readonly Member[],
  { replicas, now }: { replicas: number; now: number },
): NetworkLinks {
  const byOrdinal = new Map(members.map(each => [each.ordinal, each]));
  const missing: MemberPair[] = [];
  const unknown: MemberPair[] = [];
  for (let a = 0; a < replicas; a++) {
    for (let b = a + 1; b < replicas; b++) {
      const state = linkOf(byOrdinal.get(a), byOrdinal.get(b), now);
      if (state !== 'present') {
        (state === 'missing' ? missing : unknown).push([a, b]);
      }
    }
  }
  return { expected: (replicas * (replicas - 1)) / 2, missing, unknown };
}

function linkOf(
  a: Member | undefined,
  b: Member | undefined,
  now: number,
): 'present' | 'missing' | 'unknown' {
  if (!a || !b || !tells(a, now) || !tells(b, now)) {
    return 'unknown';
  }
  if (wasDialledBy(a, b) || wasDialledBy(b, a)) {
    return 'present';
  }
  return isSettled(a, [a, b]) && isSettled(b, [a, b]) ? 'missing' : 'unknown';
}

function tells({ pod, sample }: Member, now: number): boolean {
  return (
    pod.ip !== undefined &&
    sample?.localPeers !== undefined &&
    isCurrent(sample, now)
  );
}

function wasDialledBy({ sample }: Member, { pod }: Member): boolean {
  return pod.ip !== undefined && !!sample?.localPeers?.includes(pod.ip);
}

/** What was measured earlier tells nothing of a member that starts. */
function isSettled({ pod }: Member, pair: readonly Member[]): boolean {
  const started = pod.status?.containerStatuses?.find(
    ({ name }) => name === 'monerod',
  )?.state?.running?.startedAt;
  return (
    started !== undefined &&
    pair.every(
      ({ sample }) =>
        sample?.sampledAt !== undefined &&
        Date.parse(sample.sampledAt) - Date.parse(started) > GRACE_MS,
    )
  );
}
