import { Finding, REASON } from '../status/conditions';
import { rolloutFinding } from '../status/progress';
import {
  countOf,
  firstFindingOf,
  leftOverFinding,
  missingFinding,
  notInSyncFinding,
} from '../status/replicaFindings';
import { MemberView } from './members';
import { Network } from './spec';

/** What policies look at. */
export interface Situation {
  network: Network;
  /** Every member, wanted or not. */
  members: readonly MemberView[];
}

type Policy = (situation: Situation) => Finding | undefined;

const MEMBER = 'member';

/** In this order: the first finding is the reason for not being ready. */
export const POLICIES: readonly Policy[] = [
  // A change under way explains members that are missing or out of sync.
  function everyMemberIsCurrent({ network, members }) {
    const { replicas } = network;
    const text = countOf(replicas, MEMBER);
    const parts = wantedOf(network, members).map(member => ({
      ...member,
      done: member.inSync,
    }));
    return rolloutFinding(
      parts,
      { replicas, text, verb: 'changed' },
      network.status?.conditions,
    );
  },
  function everyMemberExists({ network, members }) {
    const found = wantedOf(network, members).length;
    return missingFinding({ wanted: network.replicas, found }, MEMBER, [
      'does not exist yet',
      'do not exist yet',
    ]);
  },
  // The usual case: some need time, or help.
  function everyMemberIsInSync({ network, members }) {
    return notInSyncFinding(wantedOf(network, members), MEMBER);
  },
  function noMemberIsLeftOver({ network, members }) {
    return leftOverFinding(
      members.length - wantedOf(network, members).length,
      MEMBER,
    );
  },
];

/** The first finding, or undefined when the network is as wanted. */
export function firstFinding(situation: Situation): Finding | undefined {
  return firstFindingOf(POLICIES, situation);
}

/** A member that needs a person; the others are looked after all the same. */
export function stalledMember({
  network,
  members,
}: Situation): Finding | undefined {
  const stalled = wantedOf(network, members).find(member => member.stalled);
  return stalled
    ? {
        reason: REASON.memberStalled,
        message: `${stalled.pod}: ${stalled.stalled}`,
      }
    : undefined;
}

function wantedOf({ replicas }: Network, members: readonly MemberView[]) {
  return members.filter(({ ordinal }) => ordinal < replicas);
}
