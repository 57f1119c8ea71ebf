import { KubeObject, ResourceRef, RESOURCES } from '@monero-portal/kube-client';
import { NODE_SET_RESOURCE } from '../nodeset/controller';
import { address } from './children/address';
import { member } from './children/member';
import { rpc } from './children/rpc';
import { MemberIdentities, NO_IDENTITIES } from './identities';
import { Member } from './observe';
import { Network } from './spec';

/** Kinds of children, and where they live. */
export const CHILD_RESOURCES = {
  Service: RESOURCES.services,
  MoneroNodeSet: NODE_SET_RESOURCE,
} as const satisfies Record<string, ResourceRef>;

/** A kind of child. */
export type ChildKind = keyof typeof CHILD_RESOURCES;

/**
 * Every child that a network should have, in the order in which they are
 * applied: the RPC for all, all addresses, so that members find each other's names, then the
 * members from the lowest up.
 *
 * @param observed - members that there are, which note whose keys they go by
 */
export function desiredChildren(
  network: Network,
  identities: MemberIdentities = NO_IDENTITIES,
  observed: readonly Member[] = [],
): KubeObject[] {
  const ordinals = Array.from({ length: network.replicas }, (_, i) => i);
  return [
    rpc(network),
    ...ordinals.map(ordinal => address(network, ordinal)),
    ...ordinals.map(ordinal =>
      member(network, ordinal, { identities, observed }),
    ),
  ];
}

/** Whether a child is a member. */
export function isMember({ kind }: KubeObject): boolean {
  return kind === 'MoneroNodeSet';
}
