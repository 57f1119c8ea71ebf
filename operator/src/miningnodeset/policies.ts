import { StatefulSet } from '../machinery/kubeTypes';
import { Finding, REASON } from '../status/conditions';
import { rolloutFinding } from '../status/progress';
import {
  countOf,
  firstFindingOf,
  leftOverFinding,
  missingFinding,
  statefulSetFinding,
} from '../status/replicaFindings';
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

const MINER = 'miner';

/** In this order: the first finding is the reason for not being ready. */
export const POLICIES: readonly Policy[] = [
  // Without a daemon nobody can mine, whatever the pods do.
  function daemonGivesWork({ set, daemon }) {
    return set.spec.replicas > 0 ? daemonFinding(set, daemon) : undefined;
  },
  function statefulSetIsCurrent({ statefulSet }) {
    return statefulSetFinding(statefulSet, MINER);
  },
  // A change under way explains miners that are missing or do not mine.
  function everyMinerIsCurrent({ set, miners }) {
    const { replicas } = set.spec;
    const text = countOf(replicas, MINER);
    const parts = wantedMiners(set, miners).map(miner => ({
      ...miner,
      done: miner.mining,
    }));
    return rolloutFinding(
      parts,
      { replicas, text, verb: 'replaced' },
      set.status?.conditions,
    );
  },
  function everyMinerExists({ set, miners }) {
    const wanted = set.spec.replicas;
    const found = wantedMiners(set, miners).length;
    return missingFinding({ wanted, found }, MINER, [
      'has no pod yet',
      'have no pod yet',
    ]);
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
      message: `${wanted.length - idle.length} of ${countOf(
        wanted.length,
        MINER,
      )} ${wanted.length === 1 ? 'mines' : 'mine'}. ${pod}: ${message ?? ''}`,
    };
  },
  function noMinerIsLeftOver({ set, miners }) {
    return leftOverFinding(
      miners.length - wantedMiners(set, miners).length,
      MINER,
    );
  },
];

/** The first finding, or undefined when the mining set is as wanted. */
export function firstFinding(situation: Situation): Finding | undefined {
  return firstFindingOf(POLICIES, situation);
}

function wantedMiners({ spec }: MiningNodeSet, miners: readonly MinerView[]) {
  return miners.filter(({ index }) => index < spec.replicas);
}
