import { parseQuantity } from '@monero-portal/monero-api';
import { KubeObject } from '@monero-portal/kube-client';
import { containsDesired } from '../machinery/containsDesired';
import { StatefulSet, VolumeClaim } from '../machinery/kubeTypes';
import { NodeSet } from './spec';

/**
 * Whether the template of claims must change, which a StatefulSet does not
 * allow: it is replaced by a new one that adopts the pods.
 */
export function needsNewStatefulSet(
  desired: KubeObject,
  running: StatefulSet | undefined,
): boolean {
  if (!running) return false;
  const templates = (object: KubeObject) =>
    (object as StatefulSet).spec?.volumeClaimTemplates?.map(({ spec }) => spec);
  return !(
    containsDesired(templates(desired), templates(running)) &&
    // The class may only have been taken away.
    templates(desired)?.[0]?.storageClassName ===
      templates(running)?.[0]?.storageClassName
  );
}

/** Claims that are smaller than the node set wants them. They never shrink. */
export function claimsToGrow(
  { spec }: NodeSet,
  claims: readonly VolumeClaim[],
): VolumeClaim[] {
  const wanted = parseQuantity(spec.diskSize);
  return claims.filter(({ spec: claim, metadata }) => {
    const size = claim?.resources?.requests?.storage;
    return (
      size !== undefined &&
      !metadata.deletionTimestamp &&
      parseQuantity(size) < wanted
    );
  });
}
