/** A node's chain as far as it is known: hashes by index of the block. */
export interface ChainView {
  /** Names the node; the pod's name. */
  id: string;
  /** Absent or empty while nothing is known: such a node takes no side. */
  blocks?: ReadonlyMap<number, string>;
}

/** That a node follows another chain than most. */
export interface Fork {
  /** Lowest block that is known to differ. */
  index: number;
  /** The node's own hash of it, and that of the others. */
  hash: string;
  otherHash: string;
  /** Nodes that follow the other chain. */
  others: number;
}

interface Branch {
  members: ChainView[];
  blocks: Map<number, string>;
  top: number;
}

/**
 * Two miners find a block at the same time now and then; the next one decides.
 * Only what outlasts that is a fork.
 */
const USUAL_DEPTH = 1;

/**
 * Which nodes follow another chain than most of those that belong together: a
 * block of the same index has another hash, and it is neither the top block nor the one below.
 *
 * The chain that most nodes follow counts; among equals the longer one, then
 * that of the node named first. Nodes that merely lag are on the same chain.
 */
export function forksOf(nodes: readonly ChainView[]): Map<string, Fork> {
  const [main, ...others] = branchesOf(nodes);
  const forks = new Map<string, Fork>();
  for (const branch of others) {
    const index = firstDifference(branch.blocks, main.blocks);
    if (
      index !== undefined &&
      Math.max(branch.top, main.top) - index > USUAL_DEPTH
    ) {
      const fork = {
        index,
        hash: branch.blocks.get(index) ?? '',
        otherHash: main.blocks.get(index) ?? '',
        others: main.members.length,
      };
      branch.members.forEach(({ id }) => forks.set(id, fork));
    }
  }
  return forks;
}

/** Nodes that agree wherever both are known, the main chain first. */
function branchesOf(nodes: readonly ChainView[]): Branch[] {
  const branches: Branch[] = [];
  // The longest first, so that those behind join the branch they are on.
  const byTop = nodes
    .flatMap(node =>
      node.blocks?.size
        ? [{ node, blocks: node.blocks, top: topOf(node) }]
        : [],
    )
    .sort((a, b) => b.top - a.top);
  for (const { node, blocks, top } of byTop) {
    const branch = branches.find(
      each => firstDifference(blocks, each.blocks) === undefined,
    );
    if (branch) {
      branch.members.push(node);
      blocks.forEach((hash, index) => branch.blocks.set(index, hash));
    } else {
      branches.push({ members: [node], blocks: new Map(blocks), top });
    }
  }
  return branches.sort(
    (a, b) => b.members.length - a.members.length || b.top - a.top,
  );
}

function topOf({ blocks }: ChainView): number {
  return Math.max(...(blocks?.keys() ?? []));
}

/** Lowest index at which both are known and differ. */
function firstDifference(
  a: ReadonlyMap<number, string>,
  b: ReadonlyMap<number, string>,
): number | undefined {
  let first: number | undefined;
  for (const [index, hash] of a) {
    const other = b.get(index);
    const differs = other !== undefined && other !== hash;
    if (differs && (first === undefined || index < first)) {
      first = index;
    }
  }
  return first;
}
