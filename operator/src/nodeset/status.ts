import { MoneroNodeSetStatus } from '@monero-portal/monero-api';
import { Finding, REASON, stamp } from '../status/conditions';
import { verdictsOf, verdictsOfInvalid } from '../status/verdicts';
import { selectorText } from './labels';
import { NodeView } from './nodes';
import { firstFinding, Situation } from './policies';

/** What a status is made of. */
export interface StatusInputs extends Situation {
  /** Image that the nodes run. */
  image: string;
  /** What only a person can mend. */
  obstacle?: Finding;
}

/** The status of a node set that was understood. */
export function statusOf(
  inputs: StatusInputs,
  nowMs: number,
): MoneroNodeSetStatus {
  const { nodeSet, nodes, image, obstacle } = inputs;
  return {
    observedGeneration: nodeSet.generation,
    replicas: nodes.length,
    readyReplicas: nodes.filter(node => node.inSync).length,
    updatedReplicas: nodes.filter(node => !node.outdated).length,
    selector: selectorText(nodeSet.name),
    resolved: { image },
    conditions: stamp(
      verdictsOf({
        finding: firstFinding(inputs),
        content: content(inputs),
        obstacle,
        paused: nodeSet.paused,
      }),
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
  return {
    ...before,
    observedGeneration: generation,
    conditions: stamp(
      verdictsOfInvalid(message),
      before?.conditions,
      generation,
      nowMs,
    ),
  };
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
