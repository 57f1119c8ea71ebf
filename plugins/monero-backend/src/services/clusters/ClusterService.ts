import type { ClusterState } from '@monero-portal/plugin-monero-common';
import type { ObservedNodeSet, ObservedPod } from './observed';

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
  pods: readonly ObservedPod[];
}

/** Something changed in a cluster; without a node set, its connection did. */
export interface ClusterChange {
  cluster: string;
  nodeSet?: { namespace: string; name: string };
}

/** The portal's eyes on its clusters: reads are from memory and never wait. */
export interface ClusterService {
  list(): ClusterSnapshot[];
  get(name: string): ClusterSnapshot | undefined;
  /** @returns how to stop hearing of changes */
  subscribe(listener: (change: ClusterChange) => void): () => void;
}
