import { KubeObject } from '@monero-portal/kube-client';
import { fingerprint } from './canonicalJson';
import { containsDesired } from './containsDesired';

/** Annotation of a child: fingerprint of what was last applied. */
export const APPLIED_ANNOTATION = 'utxo.com.br/applied';

/** What to do about children. */
export interface Changes {
  /** Missing, changed or tampered with. */
  apply: KubeObject[];
  /** Ours, and no longer desired. */
  remove: KubeObject[];
}

/** A child with the fingerprint of itself, as it is applied. */
export function withFingerprint(child: KubeObject): KubeObject {
  const { annotations } = child.metadata;
  return {
    ...child,
    metadata: {
      ...child.metadata,
      annotations: {
        ...annotations,
        [APPLIED_ANNOTATION]: fingerprint(child),
      },
    },
  };
}

/**
 * What differs between the children desired and those observed. The
 * fingerprint tells that a desire changed, be it that something was taken
 * away; the comparison tells that somebody else changed the object.
 *
 * @param desired - with fingerprints
 * @param observed - every object of these kinds that the owner controls
 */
export function planChanges(
  desired: readonly KubeObject[],
  observed: readonly KubeObject[],
): Changes {
  const existing = new Map(observed.map(object => [identity(object), object]));
  const wanted = new Set(desired.map(identity));
  return {
    apply: desired.filter(
      child => !containsDesired(child, existing.get(identity(child))),
    ),
    remove: observed.filter(
      object =>
        !wanted.has(identity(object)) && !object.metadata.deletionTimestamp,
    ),
  };
}

/** Kind and name: children share a namespace. */
export function identity({ kind, metadata }: KubeObject): string {
  return `${kind} ${metadata.name}`;
}
