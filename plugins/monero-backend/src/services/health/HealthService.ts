import type {
  ClusterInfo,
  NodeSetHealth,
  NodeSetRef,
} from '@monero-portal/plugin-monero-common';

/** How clusters and node sets are; all answers come from memory. */
export interface HealthService {
  clusters(): ClusterInfo[];
  /** Every known node set, sorted by cluster, namespace and name. */
  nodeSets(): NodeSetHealth[];
  /** @returns undefined when no such node set is known */
  nodeSet(ref: NodeSetRef): NodeSetHealth | undefined;
}
