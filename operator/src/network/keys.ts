import { Addresses } from '../anonymity/identities';
import { fingerprint } from '../machinery/canonicalJson';
import {
  IDENTITIES_ANNOTATION,
  IDENTITY_REVISION_ANNOTATION,
  IdentityNote,
  noteKeys,
} from '../nodeset/identities';
import { peersOf } from '../nodeset/peers';
import { MemberIdentities, memberPod } from './identities';
import { Member } from './observe';
import { Network } from './spec';

/**
 * What a member notes of keys: of its own, and of those that it calls, for
 * monerod reads both at start. All that change at once have one revision.
 *
 * @param running - the member as it is
 * @returns undefined where it has none
 */
export function noteMember(
  { name, replicas }: Network,
  ordinal: number,
  { tor, i2p }: MemberIdentities,
  running: Member | undefined,
): IdentityNote | undefined {
  const pods = [ordinal, ...peersOf(ordinal, replicas)].map(each =>
    memberPod(name, each),
  );
  const of = (addresses: Addresses): Addresses =>
    Object.fromEntries(
      pods.flatMap(pod => (addresses[pod] ? [[pod, addresses[pod]]] : [])),
    );
  return noteKeys(
    { tor: of(tor), i2p: of(i2p) },
    {
      known: running?.metadata.annotations?.[IDENTITIES_ANNOTATION],
      revision:
        running?.spec?.podTemplate?.annotations?.[IDENTITY_REVISION_ANNOTATION],
    },
    fingerprint({ tor, i2p }),
  );
}
