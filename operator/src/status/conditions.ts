import { Condition, ROLLING_OUT } from '@monero-portal/monero-api';
import { wholeSeconds } from '../machinery/clock';
import { readConditions } from './readConditions';

/** Types of conditions; Ready, Reconciling and Stalled as kstatus defines them. */
export const CONDITION = {
  ready: 'Ready',
  reconciling: 'Reconciling',
  stalled: 'Stalled',
  paused: 'Paused',
  /** Of node sets on Tor or I2P: transactions leave every node. */
  relaying: 'Relaying',
  /** Of node sets with an onion address for wallets that a tor of its own publishes. */
  rpcPublished: 'RpcPublished',
  /** Of mining sets with daemonRef. */
  daemonReady: 'DaemonReady',
} as const;

/** Reasons of conditions. */
export const REASON = {
  allInSync: 'AllInSync',
  noNodesWanted: 'NoNodesWanted',
  invalidSpec: 'InvalidSpec',
  nameTaken: 'NameTaken',
  refused: 'ApplyRefused',
  quotaExceeded: 'QuotaExceeded',
  definitionsOutdated: 'DefinitionsOutdated',
  podsRefused: 'PodsRefused',
  namespaceTerminating: 'NamespaceTerminating',
  claimCannotGrow: 'ClaimCannotGrow',
  creating: 'Creating',
  rollingOut: ROLLING_OUT,
  scalingDown: 'ScalingDown',
  notInSync: 'NotInSync',
  notRelaying: 'NotRelaying',
  allRelaying: 'AllRelaying',
  published: 'Published',
  notPublished: 'NotPublished',
  notTold: 'NotTold',
  identityInvalid: 'IdentityInvalid',
  memberStalled: 'MemberStalled',
  allMining: 'AllMining',
  noMinersWanted: 'NoMinersWanted',
  notMining: 'NotMining',
  daemonMissing: 'DaemonMissing',
  daemonNotReady: 'DaemonNotReady',
  inSync: 'InSync',
  walletOfOtherNetwork: 'WalletOfOtherNetwork',
  paused: 'Paused',
  /** Of events only. */
  resumed: 'Resumed',
  active: 'Active',
  settled: 'Settled',
  progressing: 'Progressing',
} as const;

/** One thing that stands between a resource and being ready. */
export interface Finding {
  /** PascalCase, for programs. */
  reason: string;
  /** A sentence for people. */
  message: string;
}

/** A condition before times are put in. */
export type Verdict = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

/**
 * Conditions with their times: `lastTransitionTime` moves only with status.
 *
 * @param before - the object's conditions until now, as they are found
 */
export function stamp(
  verdicts: readonly Verdict[],
  before: unknown,
  generation: number,
  nowMs: number,
): Condition[] {
  const known = readConditions(before);
  return verdicts.map(verdict => {
    const old = known.find(({ type }) => type === verdict.type);
    return {
      ...verdict,
      observedGeneration: generation,
      lastTransitionTime:
        old?.status === verdict.status
          ? old.lastTransitionTime
          : wholeSeconds(nowMs),
    };
  });
}
