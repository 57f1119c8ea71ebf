import { Finding, REASON } from '../status/conditions';
import { rolloutFinding } from '../status/progress';
import {
  countOf,
  firstFindingOf,
  leftOverFinding,
  missingFinding,
  notInSyncFinding,
  statefulSetFinding,
} from '../status/replicaFindings';
import { StatefulSet } from '../machinery/kubeTypes';
import { NodeView } from './nodes';
import { NodeSet } from './spec';

/** What policies look at. */
export interface Situation {
  nodeSet: NodeSet;
  statefulSet?: StatefulSet;
  /** Every pod, wanted or not. */
  nodes: readonly NodeView[];
}

type Policy = (situation: Situation) => Finding | undefined;

const NODE = 'node';

/** In this order: the first finding is the reason for not being ready. */
export const POLICIES: readonly Policy[] = [
  function statefulSetIsCurrent({ statefulSet }) {
    return statefulSetFinding(statefulSet, NODE);
  },
  // A change under way explains nodes that are missing or out of sync.
  function everyNodeIsCurrent({ nodeSet, nodes }) {
    const { replicas } = nodeSet.spec;
    const text = countOf(replicas, NODE);
    const parts = wantedNodes(nodeSet, nodes).map(node => ({
      ...node,
      done: node.inSync,
    }));
    return rolloutFinding(
      parts,
      { replicas, text, verb: 'replaced' },
      nodeSet.status?.conditions,
    );
  },
  function everyNodeExists({ nodeSet, nodes }) {
    const wanted = nodeSet.spec.replicas;
    const found = wantedNodes(nodeSet, nodes).length;
    return missingFinding({ wanted, found }, NODE, [
      'has no pod yet',
      'have no pod yet',
    ]);
  },
  // The usual case: some need time, or help.
  function everyNodeIsInSync({ nodeSet, nodes }) {
    return notInSyncFinding(wantedNodes(nodeSet, nodes), NODE);
  },
  // With Tor or I2P, transactions leave by a peer there or not at all.
  function everyNodeRelays({ nodeSet, nodes }) {
    return notRelaying(wantedNodes(nodeSet, nodes));
  },
  function noNodeIsLeftOver({ nodeSet, nodes }) {
    return leftOverFinding(
      nodes.length - wantedNodes(nodeSet, nodes).length,
      NODE,
    );
  },
];

/** The first finding, or undefined when the node set is as wanted. */
export function firstFinding(situation: Situation): Finding | undefined {
  return firstFindingOf(POLICIES, situation);
}

/** Why wallets are not led to some nodes that are in sync. */
export function notRelaying(nodes: readonly NodeView[]): Finding | undefined {
  const keeping = nodes.filter(({ inSync, serving }) => inSync && !serving);
  if (keeping.length === 0) return undefined;
  return {
    reason: REASON.notRelaying,
    message: `${keeping.length} of ${countOf(nodes.length, NODE)} ${
      keeping.length === 1 ? 'hands' : 'hand'
    } no transactions on. ${keeping[0].pod}: ${
      keeping[0].message ?? ''
    }`.trim(),
  };
}

function wantedNodes({ spec }: NodeSet, nodes: readonly NodeView[]) {
  return nodes.filter(({ ordinal }) => ordinal < spec.replicas);
}
