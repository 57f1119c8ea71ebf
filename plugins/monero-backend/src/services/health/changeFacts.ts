import {
  rolloutOf,
  type NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import type { ObservedObject, ObservedPod } from '../clusters';
import type { Changing } from '../clusters/observedObject';

/** How an object changes, and how far it is with it. */
export function changeFacts(
  object: ObservedObject & Changing,
  pods: readonly ObservedPod[],
): Pick<NodeSetHealth, 'maxUnavailable' | 'rollout'> {
  return {
    maxUnavailable: object.maxUnavailable,
    rollout: rolloutOf({ ...object, podImages: pods.map(pod => pod.image) }),
  };
}
