import { KubeObject } from '@monero-portal/kube-client';
import { CONDITION } from './conditions';
import { readConditions } from './readConditions';

/**
 * Whether the children of an object are what its author asks for, so that a
 * template of which nothing is kept may be taken over as it runs. Older
 * operators kept none: the first that does must not restart what they made.
 * Not so when there is something to do that they did not come to: what was
 * changed while they were paused or stuck, or not there.
 *
 * @param raw - with the status that the last pass wrote
 */
export function adoptable({ metadata, status }: KubeObject): boolean {
  const { observedGeneration, conditions } = (status ?? {}) as {
    observedGeneration?: unknown;
    conditions?: unknown;
  };
  const holds = (type: string) =>
    readConditions(conditions).some(
      each => each.type === type && each.status === 'True',
    );
  return (
    observedGeneration !== undefined &&
    observedGeneration === metadata.generation &&
    !holds(CONDITION.paused) &&
    !holds(CONDITION.stalled)
  );
}
