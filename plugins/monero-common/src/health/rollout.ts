import { ROLLING_OUT } from '@monero-portal/monero-api';
import type { Condition, Rollout } from '../schemas';
import { conditionOf } from './conditions';

/** What a rollout is known by. */
export interface RolloutFacts {
  /** Of the object, as its operator wrote them. */
  conditions: readonly Condition[];
  /** Wanted nodes or members. */
  replicas: number;
  /** How many are on what was asked for last; absent: not told. */
  updatedReplicas?: number;
  /** Every node or member that there is, by ordinal, as its operator sees it. */
  parts: readonly { name: string; inSync: boolean }[];
  /** Image of monerod that was asked for; absent: not known. */
  image?: string;
  /** Images that pods have. */
  podImages: readonly (string | undefined)[];
}

/** What the operator says of a change that it is carrying out; undefined while none is under way. */
export function rollingOut(
  conditions: readonly Condition[],
): Condition | undefined {
  const ready = conditionOf({ conditions }, 'Ready', 'False');
  return ready?.reason === ROLLING_OUT &&
    conditionOf({ conditions }, 'Reconciling')
    ? ready
    : undefined;
}

/** How far a change is, and for whom it waits; undefined while none is under way. Pure. */
export function rolloutOf(facts: RolloutFacts): Rollout | undefined {
  const { conditions, replicas, updatedReplicas, parts } = facts;
  if (!rollingOut(conditions) || updatedReplicas === undefined) {
    return undefined;
  }
  return {
    // Those that a smaller set no longer wants are counted, too.
    updated: Math.min(updatedReplicas, replicas),
    waitsFor: parts.slice(0, replicas).find(({ inSync }) => !inSync)?.name,
    image: imageChangeOf(facts),
  };
}

function imageChangeOf({ image, podImages }: RolloutFacts): Rollout['image'] {
  const from = podImages.find(each => each !== undefined && each !== image);
  return image !== undefined && from !== undefined
    ? { from, to: image }
    : undefined;
}
