import type {
  ClusterState,
  Condition,
  MinerState,
  NodeState,
  ProposalState,
  ProposalStep,
  VerdictState,
} from '@monero-portal/plugin-monero-common';

/** How a state feels. The word beside it always says what it is. */
export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'quiet';

/** Tone of a node's state. */
export const NODE_TONES: Record<NodeState, Tone> = {
  'In sync': 'good',
  Behind: 'warn',
  Stuck: 'bad',
  Forked: 'bad',
  Peerless: 'bad',
  Starting: 'busy',
  Pending: 'warn',
  'Crash loop': 'bad',
  Stopping: 'quiet',
  Unknown: 'quiet',
};

/** Tone of a miner's state. */
export const MINER_TONES: Record<MinerState, Tone> = {
  Mining: 'good',
  Idle: 'bad',
  Starting: 'busy',
  Pending: 'warn',
  'Crash loop': 'bad',
  Stopping: 'quiet',
  Unknown: 'quiet',
};

/** Tone of the verdict on an object. */
export const VERDICT_TONES: Record<VerdictState, Tone> = {
  Healthy: 'good',
  Degraded: 'warn',
  Down: 'bad',
  Forked: 'bad',
  'Not closed': 'bad',
  Progressing: 'busy',
  Paused: 'quiet',
  Unknown: 'quiet',
};

/** Tone of what the portal's watch on a cluster is doing. */
export const CLUSTER_TONES: Record<ClusterState, Tone> = {
  connected: 'good',
  connecting: 'busy',
  unreachable: 'bad',
};

/** What a proposal is called, and how that feels. */
export const PROPOSAL_WORDS: Record<
  ProposalState,
  { word: string; tone: Tone }
> = {
  proposed: { word: 'Open', tone: 'busy' },
  conflict: { word: 'Conflict', tone: 'bad' },
  merged: { word: 'Merged', tone: 'busy' },
  closed: { word: 'Closed', tone: 'quiet' },
};

/** Tone of a step of a proposal. */
export const STEP_TONES: Record<ProposalStep['state'], Tone> = {
  done: 'good',
  current: 'busy',
  pending: 'quiet',
  failed: 'bad',
};

/** A condition that is worth showing, in words. */
export interface ShownCondition {
  word: string;
  tone: Tone;
  message: string;
  since?: string;
}

const SHOWN: Record<
  string,
  (status: string) => { word: string; tone: Tone } | undefined
> = {
  Ready: status =>
    status === 'True'
      ? { word: 'Ready', tone: 'good' }
      : { word: 'Not ready', tone: status === 'False' ? 'warn' : 'quiet' },
  Reconciling: status =>
    status === 'True' ? { word: 'Changing', tone: 'busy' } : undefined,
  Stalled: status =>
    status === 'True' ? { word: 'Stalled', tone: 'bad' } : undefined,
  Paused: status =>
    status === 'True' ? { word: 'Paused', tone: 'quiet' } : undefined,
  Relaying: status =>
    status === 'False' ? { word: 'Not relaying', tone: 'warn' } : undefined,
  RpcPublished: status =>
    status === 'False' ? { word: 'Not published', tone: 'warn' } : undefined,
};

/** A condition in words; undefined when it only says that nothing is wrong. */
export function shownCondition(
  condition: Condition,
): ShownCondition | undefined {
  const shown = SHOWN[condition.type]?.(condition.status);
  return (
    shown && {
      ...shown,
      message: condition.message || condition.reason || 'No reason was given.',
      since: condition.lastTransitionTime,
    }
  );
}
