import type {
  MinerSample,
  NodeSample,
} from '@monero-portal/plugin-monero-common';
import type { ObservedPod } from '../clusters';
import { MinerHistory } from './MinerHistory';
import { NodeHistory } from './NodeHistory';
import type { PodHistory } from './PodHistory';

/** What is remembered of each pod, and what else its sampler notes of it. */
export class PodHistories<E extends { history: PodHistory }> {
  readonly #entries = new Map<string, E>();
  readonly #make: (pod: ObservedPod) => E;

  /** @param make - what is noted of a pod that is new */
  constructor(make: (pod: ObservedPod) => E) {
    this.#make = make;
  }

  of(pod: ObservedPod): E {
    const key = keyOf(pod);
    const entry = this.#entries.get(key) ?? this.#make(pod);
    this.#entries.set(key, entry);
    return entry;
  }

  /** Forgets all others. */
  keep(pods: readonly ObservedPod[]): void {
    const kept = new Set(pods.map(keyOf));
    for (const key of [...this.#entries.keys()]) {
      if (!kept.has(key)) {
        this.#entries.delete(key);
      }
    }
  }

  /** What is known of a node; undefined before its pod was first looked at. */
  sampleOf(pod: ObservedPod): NodeSample | undefined {
    const history = this.#entries.get(keyOf(pod))?.history;
    return history instanceof NodeHistory ? history.sample : undefined;
  }

  /** What is known of a miner; undefined before its pod was first looked at. */
  minerSampleOf(pod: ObservedPod): MinerSample | undefined {
    const history = this.#entries.get(keyOf(pod))?.history;
    return history instanceof MinerHistory ? history.sample : undefined;
  }
}

/** @param lookedAtEverySeconds - unless the portal itself looks */
export function historyFor(
  { program }: ObservedPod,
  lookedAtEverySeconds?: number,
): PodHistory {
  return program === 'xmrig'
    ? new MinerHistory(lookedAtEverySeconds)
    : new NodeHistory(lookedAtEverySeconds);
}

/** The UID keeps a replaced pod from inheriting its predecessor's sample. */
function keyOf(pod: ObservedPod): string {
  return `${pod.namespace}/${pod.metadata.name}/${pod.uid}`;
}
