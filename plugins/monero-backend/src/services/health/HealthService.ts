import type {
  ClusterInfo,
  FleetKey,
  MiningSetHealth,
  MoneroKind,
  NetworkHealth,
  NodeSetHealth,
  NodeSetRef,
} from '@monero-portal/plugin-monero-common';

/** The health of an object, by its kind. */
export interface HealthOfKind {
  MoneroNodeSet: NodeSetHealth;
  MoneroNetwork: NetworkHealth;
  MoneroMiningNodeSet: MiningSetHealth;
}

/** How clusters and objects are; all answers come from memory. */
export interface HealthService {
  clusters(): ClusterInfo[];
  /** Every known object of a kind, sorted by cluster, namespace and name. */
  list<K extends MoneroKind>(kind: K): HealthOfKind[K][];
  /** @returns undefined when no such object is known */
  get<K extends MoneroKind>(
    kind: K,
    ref: NodeSetRef,
  ): HealthOfKind[K] | undefined;
  /** The names of every known object of every kind. */
  keys(): FleetKey[];
  /** As `list('MoneroNodeSet')`. */
  nodeSets(): NodeSetHealth[];
  /** As `get('MoneroNodeSet', ref)`. */
  nodeSet(ref: NodeSetRef): NodeSetHealth | undefined;
}
