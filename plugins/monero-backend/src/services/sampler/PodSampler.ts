import type {
  MeasuringAway,
  MinerSample,
  NodeSample,
} from '@monero-portal/plugin-monero-common';
import type { ObservedPod } from '../clusters';

/** Knows what the exporters of one cluster say, wherever it has that from. */
export interface PodSampler {
  /** Samples until the signal aborts. */
  start(signal: AbortSignal): void;
  /** What is known of a node; undefined before its pod was first looked at. */
  sampleOf(pod: ObservedPod): NodeSample | undefined;
  /** What is known of a miner; undefined before its pod was first looked at. */
  minerSampleOf(pod: ObservedPod): MinerSample | undefined;
  /** Set while nothing is known of any pod, because who is asked does not answer. */
  away(): MeasuringAway | undefined;
}

/** Only pods with a running container have anybody to ask. */
export function isRunning(pod: ObservedPod): boolean {
  return (
    pod.status?.containerStatuses?.some(
      status => status.state?.running !== undefined,
    ) ?? false
  );
}
