import { KubeObject, ResourceRef, RESOURCES } from '@monero-portal/kube-client';
import { networkPolicy } from './children/networkPolicy';
import { serviceAccount } from './children/serviceAccount';
import { statefulSet } from './children/statefulSet';
import { MiningImages } from './images';
import { MiningNodeSet } from './spec';

/** Kinds of children, and where they live. */
export const CHILD_RESOURCES = {
  ServiceAccount: RESOURCES.serviceAccounts,
  NetworkPolicy: RESOURCES.networkPolicies,
  StatefulSet: RESOURCES.statefulSets,
} as const satisfies Record<string, ResourceRef>;

/** A kind of child. */
export type ChildKind = keyof typeof CHILD_RESOURCES;

/**
 * Every child that a mining set should have, in the order in which they are
 * applied. There is no disruption budget: a miner that goes takes nothing with
 * it, and must never keep a machine from being drained.
 */
export function desiredChildren(
  set: MiningNodeSet,
  images: MiningImages,
): KubeObject[] {
  return [serviceAccount(set), networkPolicy(set), statefulSet(set, images)];
}
