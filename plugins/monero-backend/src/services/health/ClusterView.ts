import type {
  MeasuringAway,
  MinerSample,
  NodeSample,
} from '@monero-portal/plugin-monero-common';
import type { ClusterSnapshot, ObservedPod } from '../clusters';

/** One cluster at one moment, with all that was measured in it. */
export interface ClusterView {
  cluster: ClusterSnapshot;
  /** Milliseconds since the epoch. */
  now: number;
  sampleOf: (pod: ObservedPod) => NodeSample | undefined;
  /** Set while nobody measures the pods of the cluster. */
  measuringAway?: MeasuringAway;
  minerSampleOf: (pod: ObservedPod) => MinerSample | undefined;
  /** When a pod's volume is full at the speed of the past. */
  diskFullAt: (pod: ObservedPod) => string | undefined;
}

/** Since when the cluster cannot be reached; undefined while it is connected. */
export function unreachableSince({ cluster }: ClusterView): string | undefined {
  return cluster.state === 'connected'
    ? undefined
    : iso(cluster.seenAt ?? cluster.since);
}

/** ISO 8601 of milliseconds since the epoch. */
export function iso(time: number): string {
  return new Date(time).toISOString();
}

/** The number at the end of a pod's name. */
export function ordinalOf(pod: string): number {
  return Number(/-(\d+)$/.exec(pod)?.[1] ?? 0);
}
