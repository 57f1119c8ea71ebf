import type { Finding, NodeHealth, NodeSetHealth } from '../schemas';
import { conditionOf } from '../health/conditions';
import { namesOfFound } from '../health/operatorWords';
import { worstFirst } from './finding';
import { nodeFindings } from './nodeFindings';
import { objectFindings } from './objectFindings';
import { newestOf } from './versions';

/** What is known beside the snapshot. */
export interface DiagnosisContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** Why the cluster cannot be reached. */
  unreachableReason?: string;
}

/**
 * What is wrong with a node set or under way in it, worst first. Pure: the
 * snapshot is all that is looked at, and what it does not tell is not found.
 */
export function diagnoseNodeSet(
  nodeSet: Omit<NodeSetHealth, 'verdict' | 'findings'>,
  context: DiagnosisContext,
): Finding[] {
  return worstFirst([
    ...objectFindings({
      object: nodeSet,
      told: namesOfFound(nodeSet.nodes),
      ...context,
    }),
    ...findingsOfNodes(nodeSet, nodeSet.nodes, context),
  ]);
}

/** What is found of the nodes of an object; nothing is current while its cluster is away. */
export function findingsOfNodes(
  object: Pick<NodeSetHealth, 'stale' | 'conditions'>,
  nodes: readonly NodeHealth[],
  { now }: DiagnosisContext,
): Finding[] {
  if (object.stale) {
    return [];
  }
  const newestVersion = newestOf(nodes.map(node => node.version));
  const rollingOut = conditionOf(object, 'Reconciling') !== undefined;
  return nodes.flatMap(node =>
    nodeFindings({ node, newestVersion, rollingOut, now }),
  );
}
