import type {
  ClusterState,
  MoneroKind,
} from '@monero-portal/plugin-monero-common';
import type { ObservedNodeSet, ObservedObject, ObservedPod } from './observed';

/** What is known of a cluster at this moment. */
export interface ClusterSnapshot {
  name: string;
  title?: string;
  state: ClusterState;
  /** When the state began, milliseconds since the epoch. */
  since: number;
  /** Why it is not connected. */
  error?: string;
  kubeNodes?: number;
  /** When the snapshot was last true; absent before the first contact. */
  seenAt?: number;
  nodeSets: readonly ObservedNodeSet[];
  networks: readonly ObservedObject[];
  miningNodeSets: readonly ObservedObject[];
  pods: readonly ObservedPod[];
}

/** Something changed in a cluster; without a node set or another object, its connection did. */
export interface ClusterChange {
  cluster: string;
  nodeSet?: { namespace: string; name: string };
  /** A network or a mining set. */
  object?: { kind: MoneroKind; namespace: string; name: string };
}

/** The portal's eyes on its clusters: reads are from memory and never wait. */
export interface ClusterService {
  list(): ClusterSnapshot[];
  get(name: string): ClusterSnapshot | undefined;
  /** @returns how to stop hearing of changes */
  subscribe(listener: (change: ClusterChange) => void): () => void;
}
