import type { ClusterSnapshot, ObservedObject } from '../clusters';
import type { ProposalRow } from './ProposalRow';

/** What a cluster says of a proposal's object. */
export interface Live {
  /** Whether the cluster can be asked right now: only then is "not there" an answer. */
  known: boolean;
  object?: ObservedObject;
  /** Pods and members that are still there, also without the object. */
  remnants: number;
}

/** Finds a proposal's object in what is known of its cluster. Pure. */
export function liveOf(
  row: Pick<ProposalRow, 'kind' | 'namespace' | 'name'>,
  cluster: ClusterSnapshot | undefined,
): Live {
  if (!cluster) {
    return { known: false, remnants: 0 };
  }
  const object = objectsOf(row.kind, cluster).find(
    each => each.namespace === row.namespace && each.name === row.name,
  );
  return {
    known: cluster.state === 'connected',
    object,
    remnants: remnantsOf(row, cluster),
  };
}

function objectsOf(
  kind: ProposalRow['kind'],
  cluster: ClusterSnapshot,
): readonly ObservedObject[] {
  switch (kind) {
    case 'MoneroNetwork':
      return cluster.networks;
    case 'MoneroMiningNodeSet':
      return cluster.miningNodeSets;
    default:
      return cluster.nodeSets;
  }
}

function remnantsOf(
  { kind, namespace, name }: Pick<ProposalRow, 'kind' | 'namespace' | 'name'>,
  { nodeSets, pods }: ClusterSnapshot,
): number {
  const here = <T extends { namespace: string }>(items: readonly T[]) =>
    items.filter(each => each.namespace === namespace);
  if (kind === 'MoneroNetwork') {
    return here(nodeSets).filter(({ partOf }) => partOf === name).length;
  }
  const program = kind === 'MoneroNodeSet' ? 'monerod' : 'xmrig';
  return here(pods).filter(
    pod => pod.nodeSet === name && pod.program === program,
  ).length;
}
