import type { KubeRequester } from '@monero-portal/kube-client';
import { PORTS } from '@monero-portal/monero-api';
import type { ObservedPod } from '../clusters';
import { parseMetrics } from './parseMetrics';
import { historyFor, PodHistories } from './PodHistories';
import type { PodHistory } from './PodHistory';
import { isRunning, type PodSampler } from './PodSampler';
import { ScrapeQueue } from './ScrapeQueue';

/** What a sampler of one cluster needs. */
export interface SamplerOptions {
  client: Pick<KubeRequester, 'podProxy'>;
  /** Pods to look at; asked at every tick. */
  pods: () => readonly ObservedPod[];
  /** Told after each scrape, good or bad. */
  onSample: (pod: ObservedPod) => void;
  /** Pause between two scrapes of a pod. */
  intervalMs: number;
  /** Scrapes at the same time. */
  concurrency: number;
  now?: () => number;
  /** 0 to 1; spreads the scrapes over the interval. */
  random?: () => number;
}

interface Entry {
  history: PodHistory;
  dueAt: number;
  busy: boolean;
  /** Whether the pod was ready when last looked at. */
  ready: boolean;
}

/** A scrape whose time has come. */
interface DueScrape {
  pod: ObservedPod;
  entry: Entry;
  dueAt: number;
  doubtful: boolean;
}

const TICK_MS = 500;
/** Longer than the exporter waits for its daemon, so that it can say that one is silent. */
const DEADLINE_MS = 8_000;
const MAX_BYTES = 512 * 1024;
const MAX_BACKOFF_MS = 60_000;
const JITTER = 0.2;

/**
 * Asks the exporter of every running pod how its node is, through the API
 * server's pod proxy. Its cost depends on the number of pods, never on the
 * number of readers. A pod that fails or hangs is asked less and less often,
 * and those that do never take all places.
 */
export class Sampler implements PodSampler {
  readonly #options: Required<SamplerOptions>;
  readonly #pods: PodHistories<Entry>;
  readonly #queue: ScrapeQueue<DueScrape>;

  constructor(options: SamplerOptions) {
    this.#options = { now: Date.now, random: Math.random, ...options };
    this.#queue = new ScrapeQueue(options.concurrency);
    this.#pods = new PodHistories(pod => this.#begin(pod));
  }

  /** Samples until the signal aborts. */
  start(signal: AbortSignal): void {
    const timer = setInterval(() => this.tick(signal), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(timer), {
      once: true,
    });
  }

  sampleOf(pod: ObservedPod) {
    return this.#pods.sampleOf(pod);
  }

  minerSampleOf(pod: ObservedPod) {
    return this.#pods.minerSampleOf(pod);
  }

  /** Exporters are asked one by one, and fail one by one. */
  away(): undefined {
    return undefined;
  }

  /** Starts the scrapes that are due and forgets pods that are gone. */
  tick(signal: AbortSignal): void {
    const pods = this.#options.pods().filter(isRunning);
    this.#pods.keep(pods);
    const now = this.#options.now();
    this.#queue.replace(
      pods
        .map(pod => ({ pod, entry: this.#entryOf(pod) }))
        .filter(({ entry }) => !entry.busy && entry.dueAt <= now)
        .map(({ pod, entry }) => ({
          ...{ pod, entry, dueAt: entry.dueAt },
          doubtful: entry.history.failures > 0,
        })),
    );
    this.#fill(signal);
  }

  /** Starts as many as may run; each that ends makes room for the next. */
  #fill(signal: AbortSignal): void {
    while (!signal.aborted) {
      const next = this.#queue.start();
      if (!next) return;
      const { pod, entry } = next.item;
      void this.#scrape(pod, entry, signal).finally(() => {
        next.done();
        this.#fill(signal);
      });
    }
  }

  async #scrape(
    pod: ObservedPod,
    entry: Entry,
    signal: AbortSignal,
  ): Promise<void> {
    const { now, client, onSample } = this.#options;
    entry.busy = true;
    try {
      const { status, text } = await client.podProxy(
        pod.namespace,
        pod.metadata.name,
        PORTS.exporter,
        '/metrics',
        { timeoutMs: DEADLINE_MS, maxBytes: MAX_BYTES, signal },
      );
      if (status === 200) {
        const { history } = entry;
        history.read(parseMetrics(text, history.wanted.families), now());
      } else {
        entry.history.failed(`HTTP status ${status}`, now());
      }
    } catch (error) {
      entry.history.failed(reasonOf(error), now());
    } finally {
      entry.busy = false;
      entry.dueAt = now() + this.#pauseAfter(entry.history.failures);
    }
    if (!signal.aborted) {
      onSample(pod);
    }
  }

  #pauseAfter(failures: number): number {
    const { intervalMs, random } = this.#options;
    // The first failures are often a pod that is still starting.
    const factor = 2 ** Math.min(6, Math.max(0, failures - 3));
    const pause = Math.max(
      intervalMs,
      Math.min(intervalMs * factor, MAX_BACKOFF_MS),
    );
    return pause * (1 + JITTER * (random() - 0.5));
  }

  #entryOf(pod: ObservedPod): Entry {
    const entry = this.#pods.of(pod);
    // Something has happened: the old sample tells nothing of it.
    if (entry.ready !== isReady(pod)) {
      entry.ready = !entry.ready;
      entry.dueAt = this.#options.now();
    }
    return entry;
  }

  #begin(pod: ObservedPod): Entry {
    const { now, random, intervalMs } = this.#options;
    return {
      history: historyFor(pod),
      dueAt: now() + random() * Math.min(1_000, intervalMs),
      busy: false,
      ready: isReady(pod),
    };
  }
}

function isReady(pod: ObservedPod): boolean {
  return (
    pod.status?.conditions?.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    ) ?? false
  );
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .split('\n')[0]
    .replace(/[\s.]+$/, '')
    .slice(0, 200);
}
