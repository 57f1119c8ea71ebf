import { MoneroNodeSetStatus } from '@monero-portal/monero-api';
import { CONDITION, REASON, stamp, Verdict } from './conditions';
import { selectorText } from './labels';
import { NodeView } from './nodes';
import { Finding, firstFinding, Situation } from './policies';

/** What a status is made of. */
export interface StatusInputs extends Situation {
  /** Image that the nodes run. */
  image: string;
  /** What only a person can mend. */
  obstacle?: Finding;
}

const notStalled: Verdict = {
  type: CONDITION.stalled,
  status: 'False',
  reason: REASON.active,
  message: 'Nothing needs a person.',
};

const notPaused: Verdict = {
  type: CONDITION.paused,
  status: 'False',
  reason: REASON.active,
  message: 'The operator is at work.',
};

/** The status of a node set that was understood. */
export function statusOf(
  inputs: StatusInputs,
  nowMs: number,
): MoneroNodeSetStatus {
  const { nodeSet, nodes, image } = inputs;
  return {
    observedGeneration: nodeSet.generation,
    replicas: nodes.length,
    readyReplicas: nodes.filter(node => node.inSync).length,
    updatedReplicas: nodes.filter(node => !node.outdated).length,
    selector: selectorText(nodeSet.name),
    resolved: { image },
    conditions: stamp(
      verdictsOf(inputs),
      nodeSet.status?.conditions,
      nodeSet.generation,
      nowMs,
    ),
    nodes: nodes.map(nodeStatus),
  };
}

/**
 * The status of a node set that was not understood: what was known stays,
 * because its nodes run on.
 */
export function statusOfInvalid(
  before: MoneroNodeSetStatus | undefined,
  generation: number,
  message: string,
  nowMs: number,
): MoneroNodeSetStatus {
  const finding = { reason: REASON.invalidSpec, message };
  return {
    ...before,
    observedGeneration: generation,
    conditions: stamp(
      [...blocked(finding), notPaused],
      before?.conditions,
      generation,
      nowMs,
    ),
  };
}

function verdictsOf(inputs: StatusInputs): Verdict[] {
  const { nodeSet, obstacle } = inputs;
  const paused: Verdict = nodeSet.paused
    ? {
        type: CONDITION.paused,
        status: 'True',
        reason: REASON.paused,
        message: 'The operator only watches; it changes nothing.',
      }
    : notPaused;
  if (obstacle) return [...blocked(obstacle), paused];
  const finding = firstFinding(inputs);
  const ready: Verdict = finding
    ? { type: CONDITION.ready, status: 'False', ...finding }
    : { type: CONDITION.ready, status: 'True', ...content(inputs) };
  const working = finding !== undefined && !nodeSet.paused;
  const reconciling: Verdict = {
    type: CONDITION.reconciling,
    status: working ? 'True' : 'False',
    reason: working ? REASON.progressing : REASON.settled,
    message: working ? finding.message : 'Nothing is left to do.',
  };
  if (finding && nodeSet.paused) {
    reconciling.reason = REASON.paused;
    reconciling.message = 'The operator is paused.';
  }
  return [ready, reconciling, notStalled, paused];
}

function content({ nodeSet }: StatusInputs): Finding {
  const { replicas } = nodeSet.spec;
  if (replicas === 0) {
    return { reason: REASON.noNodesWanted, message: 'No nodes are wanted.' };
  }
  return {
    reason: REASON.allInSync,
    message:
      replicas === 1
        ? 'The node is in sync.'
        : `All ${replicas} nodes are in sync.`,
  };
}

function blocked(finding: Finding): Verdict[] {
  return [
    { type: CONDITION.ready, status: 'False', ...finding },
    {
      type: CONDITION.reconciling,
      status: 'False',
      reason: finding.reason,
      message: 'Work stopped; see Stalled.',
    },
    { type: CONDITION.stalled, status: 'True', ...finding },
  ];
}

function nodeStatus(node: NodeView) {
  const { pod, phase, inSync, kubeNode, message } = node;
  return {
    pod,
    phase,
    inSync,
    ...(kubeNode ? { kubeNode } : {}),
    ...(message ? { message } : {}),
  };
}
