import { Finding, REASON } from '../status/conditions';
import { rolloutFinding } from '../status/progress';
import { MemberView } from './members';
import { Network } from './spec';

/** What policies look at. */
export interface Situation {
  network: Network;
  /** Every member, wanted or not. */
  members: readonly MemberView[];
}

type Policy = (situation: Situation) => Finding | undefined;

/** In this order: the first finding is the reason for not being ready. */
export const POLICIES: readonly Policy[] = [
  // A change under way explains members that are missing or out of sync.
  function everyMemberIsCurrent({ network, members }) {
    const { replicas } = network;
    const wanted = { replicas, text: count(replicas), verb: 'changed' };
    const parts = wantedOf(network, members).map(member => ({
      ...member,
      done: member.inSync,
    }));
    return rolloutFinding(parts, wanted, network.status?.conditions);
  },
  // Members that nobody has made yet.
  function everyMemberExists({ network, members }) {
    const missing = network.replicas - wantedOf(network, members).length;
    return missing > 0
      ? {
          reason: REASON.creating,
          message: `${missing} of ${count(network.replicas)} ${
            missing === 1 ? 'does' : 'do'
          } not exist yet.`,
        }
      : undefined;
  },
  // The usual case: some need time, or help.
  function everyMemberIsInSync({ network, members }) {
    const wanted = wantedOf(network, members);
    const behind = wanted.filter(member => !member.inSync);
    if (behind.length === 0) return undefined;
    return {
      reason: REASON.notInSync,
      message: `${wanted.length - behind.length} of ${count(wanted.length)} ${
        wanted.length === 1 ? 'is' : 'are'
      } in sync. ${behind[0].pod}: ${behind[0].message ?? ''}`.trim(),
    };
  },
  // Members beyond what is wanted are still there.
  function noMemberIsLeftOver({ network, members }) {
    const extra = members.length - wantedOf(network, members).length;
    return extra > 0
      ? {
          reason: REASON.scalingDown,
          message: `${count(extra)} ${
            extra === 1 ? 'is' : 'are'
          } being removed.`,
        }
      : undefined;
  },
];

/** The first finding, or undefined when the network is as wanted. */
export function firstFinding(situation: Situation): Finding | undefined {
  for (const policy of POLICIES) {
    const finding = policy(situation);
    if (finding) return finding;
  }
  return undefined;
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

function count(members: number): string {
  return members === 1 ? '1 member' : `${members} members`;
}
