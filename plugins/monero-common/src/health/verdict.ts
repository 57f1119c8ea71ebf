import type { Condition, NodeHealth, NodeState, Verdict } from '../schemas';
import { conditionOf } from './conditions';
import { every, formatDuration, secondsSince, sentence } from './format';
import { namesOfFound, upToReasonOf } from './operatorWords';
import { lostOnionOf } from './services';
import { inSyncCount, lackOf, served, servingCount } from './serving';

/** What a verdict needs to know of the custom resource. */
export interface NodeSetFacts {
  name: string;
  /** Nodes that are wanted. */
  replicas: number;
  paused: boolean;
  generation: number;
  observedGeneration?: number;
  conditions: readonly Condition[];
  createdAt: string;
}

/** What is known beside the resource and its nodes. */
export interface VerdictContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** Since when the cluster cannot be reached; then this is its last known state. */
  unreachableSince?: string;
  /** Why it cannot be reached. */
  unreachableReason?: string;
}

/** How long the operator may take to notice a resource before silence is news. */
const OPERATOR_GRACE_SECONDS = 60;

/** Worst first: the detail speaks of the first one. */
const SEVERITY: readonly NodeState[] = [
  'Crash loop',
  'Forked',
  'Stuck',
  'Peerless',
  'Unknown',
  'Pending',
  'Behind',
  'Starting',
  'Stopping',
  'In sync',
];

/** States that end well by themselves. */
const PASSING: ReadonlySet<NodeState> = new Set<NodeState>([
  'Pending',
  'Behind',
  'Starting',
  'Stopping',
]);

/**
 * The sentence that stands first: what works, what does not, since when, why,
 * and what happens next. Pure.
 */
export function verdictOf(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
  context: VerdictContext,
): Verdict {
  return (
    unreachable(context) ??
    unnoticed(nodeSet, nodes, context) ??
    stalled(nodeSet, nodes) ??
    paused(nodeSet, nodes, context) ??
    emptied(nodeSet, nodes) ??
    complete(nodeSet, nodes, context) ??
    incomplete(nodeSet, nodes, context)
  );
}

export function unreachable(context: VerdictContext): Verdict | undefined {
  const { unreachableSince, unreachableReason, now } = context;
  if (unreachableSince === undefined) {
    return undefined;
  }
  const span = formatDuration(secondsSince(unreachableSince, now));
  return {
    state: 'Unknown',
    headline: `State unknown for ${span}.`,
    detail: `${sentence(
      unreachableReason ?? 'The cluster cannot be reached',
    )} Shown is the last known state; the portal keeps trying.`,
  };
}

export function unnoticed(
  nodeSet: NodeSetFacts,
  nodes: readonly unknown[],
  { now }: VerdictContext,
): Verdict | undefined {
  if (nodeSet.observedGeneration !== undefined || nodes.length > 0) {
    return undefined;
  }
  const age = secondsSince(nodeSet.createdAt, now);
  return age < OPERATOR_GRACE_SECONDS
    ? {
        state: 'Progressing',
        headline: 'Just created.',
        detail: 'The operator has not looked at it yet.',
      }
    : {
        state: 'Down',
        headline: 'Nothing runs. Wallets are not served.',
        detail: `The operator has not looked at it for ${formatDuration(
          age,
        )}. Is it running in this cluster?`,
      };
}

function stalled(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
): Verdict | undefined {
  const condition = conditionOf(nodeSet, 'Stalled');
  if (!condition) {
    return undefined;
  }
  return {
    state: servingCount(nodes) > 0 ? 'Degraded' : 'Down',
    headline: headlineOf(nodeSet, nodes),
    detail: `The operator cannot go on${
      condition.message ? `: ${sentence(condition.message)}` : '.'
    }`,
  };
}

function paused(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
  context: VerdictContext,
): Verdict | undefined {
  if (!nodeSet.paused) {
    return undefined;
  }
  const trouble = troubleOf(nodeSet, nodes, context);
  return {
    state: 'Paused',
    headline: `Paused. ${headlineOf(nodeSet, nodes)}`,
    detail: `The operator only watches: changes and repairs wait until the pause is taken back.${
      trouble ? ` ${trouble}` : ''
    }`,
  };
}

function emptied(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
): Verdict | undefined {
  if (nodeSet.replicas > 0) {
    return undefined;
  }
  return {
    state: nodes.length > 0 ? 'Progressing' : 'Healthy',
    headline: 'No nodes are wanted. Wallets are not served.',
    detail:
      nodes.length > 0
        ? `${nodes.map(node => node.pod).join(', ')}: being stopped.`
        : 'The set has been scaled to 0; its volumes follow its retention rule.',
  };
}

function complete(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
  { now }: VerdictContext,
): Verdict | undefined {
  if (inSyncCount(nodes) < nodeSet.replicas) {
    return undefined;
  }
  const headline = headlineOf(nodeSet, nodes);
  const lack = lackOf(nodeSet, nodes, {
    progress: progressOf(nodeSet),
    now,
  });
  if (lack) {
    return { ...lack, headline };
  }
  const settled =
    (nodeSet.observedGeneration ?? 0) >= nodeSet.generation &&
    nodes.length === nodeSet.replicas &&
    !conditionOf(nodeSet, 'Reconciling');
  return settled
    ? { state: 'Healthy', headline }
    : {
        state: 'Progressing',
        headline,
        detail: progressOf(nodeSet) || 'A change is being carried out.',
      };
}

function incomplete(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
  context: VerdictContext,
): Verdict {
  return {
    state: incompleteState(nodes),
    headline: headlineOf(nodeSet, nodes),
    detail: [
      troubleOf(nodeSet, nodes, context),
      lostOnionOf(nodeSet)?.message,
      progressOf(nodeSet, nodes),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function incompleteState(nodes: readonly NodeHealth[]): Verdict['state'] {
  if (nodes.some(node => node.state === 'Forked')) {
    return 'Forked';
  }
  if (servingCount(nodes) > 0) {
    return 'Degraded';
  }
  if (nodes.length > 0 && nodes.every(node => node.state === 'Unknown')) {
    return 'Unknown';
  }
  return nodes.every(({ state }) => PASSING.has(state) || state === 'In sync')
    ? 'Progressing'
    : 'Down';
}

function headlineOf(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
): string {
  const { replicas } = nodeSet;
  const count = inSyncCount(nodes);
  const unknown = nodes.filter(node => node.state === 'Unknown').length;
  if (count > 0 && count >= replicas) {
    return `${every(replicas, 'node')}${
      replicas === 1 ? ' is' : ''
    } in sync. ${served(nodeSet, nodes)}`;
  }
  if (unknown > 0 && unknown === nodes.length) {
    return unknown === 1
      ? 'The state of the node is unknown.'
      : `The state of all ${unknown} nodes is unknown.`;
  }
  const aside = unknown > 0 ? `, ${unknown} unknown` : '';
  if (count > 0) {
    return `${count} of ${replicas} nodes in sync${aside}. ${served(
      nodeSet,
      nodes,
    )}`;
  }
  const who =
    replicas === 1
      ? 'The node is not in sync'
      : `None of ${replicas} nodes in sync`;
  return `${who}${aside}. Wallets are not served.`;
}

function outOfSync(nodes: readonly NodeHealth[]): NodeHealth[] {
  return nodes
    .filter(node => node.state !== 'In sync')
    .sort((a, b) => SEVERITY.indexOf(a.state) - SEVERITY.indexOf(b.state));
}

/** The node that most needs a look; undefined when all are in sync. */
export function worstNodeOf(
  nodes: readonly NodeHealth[],
): NodeHealth | undefined {
  return outOfSync(nodes)[0];
}

/** Names the worst node, since when, why, and what happens next. */
function troubleOf(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[],
  { now }: VerdictContext,
): string {
  const bad = outOfSync(nodes);
  const missing = Math.max(0, nodeSet.replicas - nodes.length);
  const parts: string[] = [];
  if (bad.length > 0) {
    const [worst, ...others] = bad;
    parts.push(describe(worst, now));
    if (others.length > 0) {
      parts.push(`Also: ${others.map(brief).join(', ')}.`);
    }
  }
  if (missing > 0) {
    parts.push(
      missing === 1
        ? '1 node has no pod yet.'
        : `${missing} nodes have no pod yet.`,
    );
  }
  return parts.join(' ');
}

function describe(node: NodeHealth, now: number): string {
  const span =
    node.since === undefined
      ? ''
      : ` for ${formatDuration(secondsSince(node.since, now))}`;
  const told = node.brief
    ? [seeFound(node.brief)]
    : [sentence(node.reason), node.next];
  return [`${node.pod} (${node.state.toLowerCase()}${span}):`, ...told]
    .filter(Boolean)
    .join(' ');
}

/** Points to the finding that tells the whole. */
export function seeFound(text: string): string {
  return `${text.replace(/\.$/, '')}; see what was found.`;
}

function brief(node: NodeHealth): string {
  return `${node.pod} (${node.state.toLowerCase()})`;
}

/** What the operator says it is doing, without what is told of nodes already. */
function progressOf(
  nodeSet: NodeSetFacts,
  nodes: readonly NodeHealth[] = [],
): string {
  const message = conditionOf(nodeSet, 'Reconciling')?.message;
  if (!message) {
    return '';
  }
  const worst = worstNodeOf(nodes);
  const told = [...(worst ? [worst.pod] : []), ...namesOfFound(nodes)];
  return (
    sentence(upToReasonOf(message, told))
      .split(/(?<=[.!?])\s+/)
      // The headline counts them already.
      .filter(each => !/^\d+ of \d+ nodes are in sync\.$/.test(each))
      .join(' ')
  );
}
