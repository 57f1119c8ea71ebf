import { MoneroMiningNodeSetStatus } from '@monero-portal/monero-api';
import {
  CONDITION,
  Finding,
  REASON,
  stamp,
  Verdict,
} from '../status/conditions';
import { verdictsOf } from '../status/verdicts';
import { daemonAddress, daemonFinding } from './daemon';
import { selectorText } from './labels';
import { firstFinding, Situation } from './policies';
import { MiningNodeSet } from './spec';

/** What a status is made of. */
export interface StatusInputs extends Situation {
  /** Image that the miners run. */
  image: string;
  /** What only a person can mend. */
  obstacle?: Finding;
}

/** The status of a mining set. */
export function statusOf(
  inputs: StatusInputs,
  nowMs: number,
): MoneroMiningNodeSetStatus {
  const { set, miners, image, obstacle } = inputs;
  const daemon = daemonAddress(set);
  const verdicts = verdictsOf({
    finding: firstFinding(inputs),
    content: content(set),
    obstacle,
    paused: set.paused,
  });
  return {
    observedGeneration: set.generation,
    replicas: miners.length,
    readyReplicas: miners.filter(miner => miner.mining).length,
    updatedReplicas: miners.filter(miner => !miner.outdated).length,
    selector: selectorText(set.name),
    resolved: { image, ...(daemon ? { daemon } : {}) },
    conditions: stamp(
      [...verdicts, ...daemonVerdict(inputs)],
      set.status?.conditions,
      set.generation,
      nowMs,
    ),
  };
}

function content({ spec: { replicas } }: MiningNodeSet): Finding {
  if (replicas === 0) {
    return { reason: REASON.noMinersWanted, message: 'No miners are wanted.' };
  }
  return {
    reason: REASON.allMining,
    message:
      replicas === 1 ? 'The miner mines.' : `All ${replicas} miners mine.`,
  };
}

function daemonVerdict({ set, daemon }: Situation): Verdict[] {
  const { daemonRef } = set.spec;
  if (!daemonRef) return [];
  const finding = daemonFinding(set, daemon);
  return [
    finding
      ? { type: CONDITION.daemonReady, status: 'False', ...finding }
      : {
          type: CONDITION.daemonReady,
          status: 'True',
          reason: REASON.inSync,
          message: `${daemonRef.name} has nodes in sync.`,
        },
  ];
}
