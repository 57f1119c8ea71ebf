import { StatefulSet } from '../machinery/kubeTypes';
import { Finding, REASON } from '../status/conditions';
import { rolloutFinding } from '../status/progress';
import { Daemon, daemonFinding } from './daemon';
import { MinerView } from './miners';
import { MiningNodeSet } from './spec';

/** What policies look at. */
export interface Situation {
  set: MiningNodeSet;
  statefulSet?: StatefulSet;
  /** Every pod, wanted or not. */
  miners: readonly MinerView[];
  /** What daemonRef names, if it exists. */
  daemon?: Daemon;
}

type Policy = (situation: Situation) => Finding | undefined;

/** In this order: the first finding is the reason for not being ready. */
export const POLICIES: readonly Policy[] = [
  // Without a daemon nobody can mine, whatever the pods do.
  function daemonGivesWork({ set, daemon }) {
    return set.spec.replicas > 0 ? daemonFinding(set, daemon) : undefined;
  },
  // Nothing there yet, or its controller has not looked at it.
  function statefulSetIsCurrent({ statefulSet }) {
    const seen = statefulSet?.status?.observedGeneration;
    if (!statefulSet || seen === undefined) {
      return {
        reason: REASON.creating,
        message: 'The miners are being created.',
      };
    }
    return seen < (statefulSet.metadata.generation ?? 0)
      ? {
          reason: REASON.progressing,
          message: 'Kubernetes is taking in a change of the miners.',
        }
      : undefined;
  },
  // A change under way explains miners that are missing or do not mine.
  function everyMinerIsCurrent({ set, miners }) {
    const { replicas } = set.spec;
    const wanted = { replicas, text: count(replicas), verb: 'replaced' };
    const parts = wantedMiners(set, miners).map(miner => ({
      ...miner,
      done: miner.mining,
    }));
    return rolloutFinding(parts, wanted, set.status?.conditions);
  },
  // A pod that is missing altogether.
  function everyMinerExists({ set, miners }) {
    const wanted = set.spec.replicas;
    const missing = wanted - wantedMiners(set, miners).length;
    return missing > 0
      ? {
          reason: REASON.creating,
          message: `${missing} of ${count(wanted)} ${
            missing === 1 ? 'has' : 'have'
          } no pod yet.`,
        }
      : undefined;
  },
  // The usual case: some need time, or help.
  function everyMinerMines({ set, miners }) {
    const wanted = wantedMiners(set, miners);
    const idle = wanted.filter(miner => !miner.mining);
    if (idle.length === 0) return undefined;
    // One that cannot even run tells more than one that waits for work.
    const { pod, message } = idle.find(miner => !miner.running) ?? idle[0];
    return {
      reason: REASON.notMining,
      message: `${wanted.length - idle.length} of ${count(wanted.length)} ${
        wanted.length === 1 ? 'mines' : 'mine'
      }. ${pod}: ${message ?? ''}`,
    };
  },
  // Miners beyond what is wanted are still there.
  function noMinerIsLeftOver({ set, miners }) {
    const extra = miners.length - wantedMiners(set, miners).length;
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

/** The first finding, or undefined when the mining set is as wanted. */
export function firstFinding(situation: Situation): Finding | undefined {
  for (const policy of POLICIES) {
    const finding = policy(situation);
    if (finding) return finding;
  }
  return undefined;
}

function wantedMiners({ spec }: MiningNodeSet, miners: readonly MinerView[]) {
  return miners.filter(({ index }) => index < spec.replicas);
}

function count(miners: number): string {
  return miners === 1 ? '1 miner' : `${miners} miners`;
}
