import { MoneroNetworkStatus } from '@monero-portal/monero-api';
import { Finding, REASON, stamp } from '../status/conditions';
import { verdictsOf } from '../status/verdicts';
import { selectorText } from './labels';
import { MemberView } from './members';
import { firstFinding, Situation, stalledMember } from './policies';

/** What a status is made of. */
export interface StatusInputs extends Situation {
  /** What only a person can mend. */
  obstacle?: Finding;
}

/** The status of a network. */
export function statusOf(
  inputs: StatusInputs,
  nowMs: number,
): MoneroNetworkStatus {
  const { network, members } = inputs;
  const verdicts = verdictsOf({
    finding: firstFinding(inputs),
    content: content(network.replicas),
    obstacle: inputs.obstacle ?? stalledMember(inputs),
    paused: network.paused,
  });
  return {
    observedGeneration: network.generation,
    replicas: members.length,
    readyReplicas: members.filter(member => member.inSync).length,
    updatedReplicas: members.filter(member => !member.outdated).length,
    selector: selectorText(network.name),
    conditions: stamp(
      verdicts,
      network.status?.conditions,
      network.generation,
      nowMs,
    ),
    members: members.map(memberStatus),
  };
}

function content(replicas: number): Finding {
  if (replicas === 0) {
    return {
      reason: REASON.noNodesWanted,
      message: 'No members are wanted.',
    };
  }
  return {
    reason: REASON.allInSync,
    message:
      replicas === 1
        ? 'The only member is in sync.'
        : `All ${replicas} members are in sync.`,
  };
}

function memberStatus({ pod, inSync, message }: MemberView) {
  return { nodeSet: pod, inSync, ...(message ? { message } : {}) };
}
