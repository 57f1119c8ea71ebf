import { parseQuantity } from '@monero-portal/monero-api';
import { isKubeError, KubeObject } from '@monero-portal/kube-client';
import { containsDesired } from '../machinery/containsDesired';
import { StatefulSet, VolumeClaim } from '../machinery/kubeTypes';
import { Finding, REASON } from '../status/conditions';
import { obstacleOf } from '../status/obstacleOf';
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
  return claims.filter(({ spec: claim, metadata, status }) => {
    const size = claim?.resources?.requests?.storage;
    return (
      size !== undefined &&
      !metadata.deletionTimestamp &&
      // Kubernetes grows bound ones alone; this one is looked at again then.
      status?.phase !== 'Pending' &&
      parseQuantity(size) < wanted
    );
  });
}

/** How Kubernetes says that a claim's StorageClass has no allowVolumeExpansion. */
const NO_EXPANSION = /storageclass that provisions the pvc must support resize/;

/**
 * Why a claim stays as small as it is, and what a person can do.
 * @throws the error, when trying again may mend it
 */
export function whyNotGrown(
  { metadata, spec }: VolumeClaim,
  wanted: string,
  error: unknown,
): Finding {
  if (!isKubeError(error, 'Forbidden') || !NO_EXPANSION.test(error.message)) {
    return obstacleOf(error);
  }
  const size = spec?.resources?.requests?.storage;
  return {
    reason: REASON.claimCannotGrow,
    message: `Claim ${metadata.name} stays at ${size}: its StorageClass ${
      spec?.storageClassName ?? ''
    } does not let volumes grow to ${wanted}. Set allowVolumeExpansion on the class if its driver can do that, or renew the nodes one at a time: delete claim and pod, and the node begins anew on a larger volume.`,
  };
}
