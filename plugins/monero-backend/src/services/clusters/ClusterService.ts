import type {
  ClusterState,
  MoneroKind,
} from '@monero-portal/plugin-monero-common';
import type { ObservedNodeSet, ObservedPod } from './observed';
import type { ObservedAutoscaler, ObservedMiningSet } from './observedMining';
import type { ObservedNetwork } from './observedNetwork';

/** What is known of a cluster at this moment. */
export interface ClusterSnapshot {
  name: string;
  title?: string;
  /** The catalog's entity that it was read from. */
  entityRef?: string;
  state: ClusterState;
  /** When the state began, milliseconds since the epoch. */
  since: number;
  /** Why it is not connected. */
  error?: string;
  kubeNodes?: number;
  /** When the snapshot was last true; absent before the first contact. */
  seenAt?: number;
  nodeSets: readonly ObservedNodeSet[];
  networks: readonly ObservedNetwork[];
  miningNodeSets: readonly ObservedMiningSet[];
  autoscalers: readonly ObservedAutoscaler[];
  pods: readonly ObservedPod[];
}

/** Names an object in a cluster. */
export interface ChangedObject {
  kind: MoneroKind;
  namespace: string;
  name: string;
}

/** Something changed in a cluster; without an object, its connection did. */
export interface ClusterChange {
  cluster: string;
  object?: ChangedObject;
}

/** The portal's eyes on its clusters: reads are from memory and never wait. */
export interface ClusterService {
  list(): ClusterSnapshot[];
  get(name: string): ClusterSnapshot | undefined;
  /** @returns how to stop hearing of changes */
  subscribe(listener: (change: ClusterChange) => void): () => void;
}
