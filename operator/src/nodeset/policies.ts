import { Finding, REASON } from '../status/conditions';
import { rolloutFinding } from '../status/progress';
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

/** In this order: the first finding is the reason for not being ready. */
export const POLICIES: readonly Policy[] = [
  // Nothing there yet, or its controller has not looked at it.
  function statefulSetIsCurrent({ statefulSet }) {
    const seen = statefulSet?.status?.observedGeneration;
    if (!statefulSet || seen === undefined) {
      return {
        reason: REASON.creating,
        message: 'The nodes are being created.',
      };
    }
    return seen < (statefulSet.metadata.generation ?? 0)
      ? {
          reason: REASON.progressing,
          message: 'Kubernetes is taking in a change of the nodes.',
        }
      : undefined;
  },
  // A change under way explains nodes that are missing or out of sync.
  function everyNodeIsCurrent({ nodeSet, nodes }) {
    const { replicas } = nodeSet.spec;
    const wanted = { replicas, text: count(replicas), verb: 'replaced' };
    const parts = wantedNodes(nodeSet, nodes).map(node => ({
      ...node,
      done: node.inSync,
    }));
    return rolloutFinding(parts, wanted, nodeSet.status?.conditions);
  },
  // A pod that is missing altogether.
  function everyNodeExists({ nodeSet, nodes }) {
    const wanted = nodeSet.spec.replicas;
    const missing = wanted - wantedNodes(nodeSet, nodes).length;
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
  function everyNodeIsInSync({ nodeSet, nodes }) {
    const wanted = wantedNodes(nodeSet, nodes);
    const behind = wanted.filter(node => !node.inSync);
    if (behind.length === 0) return undefined;
    return {
      reason: REASON.notInSync,
      message: `${wanted.length - behind.length} of ${count(wanted.length)} ${
        wanted.length === 1 ? 'is' : 'are'
      } in sync. ${behind[0].pod}: ${behind[0].message ?? ''}`.trim(),
    };
  },
  // With Tor or I2P, transactions leave by a peer there or not at all.
  function everyNodeRelays({ nodeSet, nodes }) {
    return notRelaying(wantedNodes(nodeSet, nodes));
  },
  // Nodes beyond what is wanted are still there.
  function noNodeIsLeftOver({ nodeSet, nodes }) {
    const extra = nodes.length - wantedNodes(nodeSet, nodes).length;
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

/** The first finding, or undefined when the node set is as wanted. */
export function firstFinding(situation: Situation): Finding | undefined {
  for (const policy of POLICIES) {
    const finding = policy(situation);
    if (finding) return finding;
  }
  return undefined;
}

/** Why wallets are not led to some nodes that are in sync. */
export function notRelaying(nodes: readonly NodeView[]): Finding | undefined {
  const keeping = nodes.filter(({ inSync, serving }) => inSync && !serving);
  if (keeping.length === 0) return undefined;
  return {
    reason: REASON.notRelaying,
    message: `${keeping.length} of ${count(nodes.length)} ${
      keeping.length === 1 ? 'hands' : 'hand'
    } no transactions on. ${keeping[0].pod}: ${
      keeping[0].message ?? ''
    }`.trim(),
  };
}

function wantedNodes({ spec }: NodeSet, nodes: readonly NodeView[]) {
  return nodes.filter(({ ordinal }) => ordinal < spec.replicas);
}

function count(nodes: number): string {
  return nodes === 1 ? '1 node' : `${nodes} nodes`;
}
