import { StatefulSet } from '../machinery/kubeTypes';
import { Finding, REASON } from './conditions';

/** What the replicas of a resource are called, `node` or `miner`. */
export type ReplicaNoun = string;

/** `1 node`, `3 nodes`. */
export function countOf(replicas: number, noun: ReplicaNoun): string {
  return `${replicas} ${noun}${replicas === 1 ? '' : 's'}`;
}

/** What the first policy finds that finds anything; undefined when all is as wanted. */
export function firstFindingOf<S>(
  policies: readonly ((situation: S) => Finding | undefined)[],
  situation: S,
): Finding | undefined {
  for (const policy of policies) {
    const finding = policy(situation);
    if (finding) return finding;
  }
  return undefined;
}

/** A StatefulSet that is not there yet, or that its controller has not looked at. */
export function statefulSetFinding(
  statefulSet: StatefulSet | undefined,
  noun: ReplicaNoun,
): Finding | undefined {
  const seen = statefulSet?.status?.observedGeneration;
  if (!statefulSet || seen === undefined) {
    return {
      reason: REASON.creating,
      message: `The ${noun}s are being created.`,
    };
  }
  return seen < (statefulSet.metadata.generation ?? 0)
    ? {
        reason: REASON.progressing,
        message: `Kubernetes is taking in a change of the ${noun}s.`,
      }
    : undefined;
}

/**
 * Replicas that are missing altogether.
 * @param lack - what to say of one and of several, `has no pod yet`
 */
export function missingFinding(
  { wanted, found }: { wanted: number; found: number },
  noun: ReplicaNoun,
  lack: readonly [one: string, several: string],
): Finding | undefined {
  const missing = wanted - found;
  return missing > 0
    ? {
        reason: REASON.creating,
        message: `${missing} of ${countOf(wanted, noun)} ${
          lack[missing === 1 ? 0 : 1]
        }.`,
      }
    : undefined;
}

/** Replicas beyond what is wanted that are still there. */
export function leftOverFinding(
  extra: number,
  noun: ReplicaNoun,
): Finding | undefined {
  return extra > 0
    ? {
        reason: REASON.scalingDown,
        message: `${countOf(extra, noun)} ${
          extra === 1 ? 'is' : 'are'
        } being removed.`,
      }
    : undefined;
}

/** Replicas that run and are not in sync; the first one's reason stands for all. */
export function notInSyncFinding(
  replicas: readonly { pod: string; inSync: boolean; message?: string }[],
  noun: ReplicaNoun,
): Finding | undefined {
  const behind = replicas.filter(({ inSync }) => !inSync);
  if (behind.length === 0) return undefined;
  const { pod, message = '' } = behind[0];
  return {
    reason: REASON.notInSync,
    message: `${replicas.length - behind.length} of ${countOf(
      replicas.length,
      noun,
    )} ${
      replicas.length === 1 ? 'is' : 'are'
    } in sync. ${pod}: ${message}`.trim(),
  };
}
