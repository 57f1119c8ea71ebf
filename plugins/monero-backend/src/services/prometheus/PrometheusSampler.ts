import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ObservedPod } from '../clusters';
import {
  historyFor,
  isRunning,
  PodHistories,
  type Families,
  type PodHistory,
  type PodSampler,
} from '../sampler';
import { chunksOf, type Chunk } from './chunks';
import type { PrometheusClient } from './PrometheusClient';
import { PrometheusError } from './PrometheusError';
import { queryOf, type Matchers } from './query';
import { podKey, readScrapes, type Scrape } from './readScrapes';
import { SourceState } from './SourceState';

/** What a sampler of one cluster needs that asks a Prometheus. */
export interface PrometheusSamplerOptions {
  cluster: string;
  client: Pick<PrometheusClient, 'query'>;
  matchers: Matchers;
  /** How often Prometheus scrapes an exporter. */
  scrapeIntervalMs: number;
  /** Pause between two rounds, if that is not more often than makes sense. */
  intervalMs: number;
  /** Pods to look at; asked at every round. */
  pods: () => readonly ObservedPod[];
  /** Told of a pod of each set of which there is news. */
  onSample: (pod: ObservedPod) => void;
  /** Prometheus has begun to answer, or does not any more. */
  onState: () => void;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  now?: () => number;
}

interface Entry {
  history: PodHistory;
  /** Whether Prometheus has ever told of it. */
  known: boolean;
  /** The scrape that was taken in last; absent when there was none since a failure. */
  scrapedAt?: number;
}

/** What is known of a round besides the scrapes. */
interface Round {
  /** When it was asked, milliseconds since the epoch. */
  sentAt: number;
  /** What was left out of the answer. */
  warning?: string;
}

/** Pods that one query asks about; its answer is about 6 MB then. */
const MOST_PODS = 1_000;
/** Rounds for each scrape: more would bring the same again. */
const ROUNDS_PER_SCRAPE = 3;
/** As long as a new object may take until Prometheus knows of it. */
const DISCOVERY_GRACE_MS = 300_000;
const RETRY_MS = 2_000;
const MAX_BACKOFF_MS = 30_000;
/** Others get their turn after so many. */
const PODS_AT_ONCE = 100;
const SETS_AT_ONCE = 25;

const UP_OF: Record<ObservedPod['program'], string> = {
  monerod: 'monero_up',
  xmrig: 'monero_miner_up',
};

/**
 * Asks a Prometheus what the exporters of a cluster said when it scraped them
 * last: one query a round for up to a thousand pods. A sample is as old as the
 * scrape, by the portal's clock, whatever the clock of Prometheus says.
 */
export class PrometheusSampler implements PodSampler {
  readonly #options: Required<PrometheusSamplerOptions>;
  readonly #state: SourceState;
  readonly #pods: PodHistories<Entry>;

  constructor(options: PrometheusSamplerOptions) {
    this.#options = { now: Date.now, ...options };
    const { onState, scrapeIntervalMs } = options;
    this.#state = new SourceState({ ...this.#options, onChange: onState });
    this.#pods = new PodHistories(pod => ({
      history: historyFor(pod, scrapeIntervalMs / 1000),
      known: false,
    }));
  }

  start(signal: AbortSignal): void {
    void this.#run(signal);
  }

  sampleOf(pod: ObservedPod) {
    return this.#pods.sampleOf(pod);
  }

  minerSampleOf(pod: ObservedPod) {
    return this.#pods.minerSampleOf(pod);
  }

  away() {
    return this.#state.away;
  }

  /** Asks about every running pod once. Never throws. */
  async round(signal: AbortSignal): Promise<void> {
    const pods = this.#options.pods().filter(isRunning);
    this.#pods.keep(pods);
    let warning: string | undefined;
    try {
      for (const chunk of chunksOf(pods, MOST_PODS)) {
        warning = (await this.#ask(chunk, signal)) ?? warning;
      }
      // Nobody was asked when there is no pod.
      if (pods.length > 0) this.#state.answered(warning);
    } catch (error) {
      if (!signal.aborted) this.#state.failed(reasonOf(error));
    }
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.round(signal);
      const pause = pauseAfter(this.#state.failures, this.#options);
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** @returns what was left out of the answer */
  async #ask(
    { namespaces, pods }: Chunk,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { client, matchers, now, onSample } = this.#options;
    const sentAt = now();
    const answer = await client.query(queryOf(namespaces, matchers), signal);
    const scrapes = readScrapes(answer);
    const [warning] = answer.warnings;
    const news = new Map<string, ObservedPod>();
    await inTurns(pods, PODS_AT_ONCE, pod => {
      const scrape = scrapes.get(podKey(pod.namespace, pod.metadata.name));
      if (this.#take(pod, scrape, { sentAt, warning })) {
        news.set(`${pod.program}/${pod.namespace}/${pod.nodeSet}`, pod);
      }
    });
    await inTurns([...news.values()], SETS_AT_ONCE, pod => {
      if (!signal.aborted) onSample(pod);
    });
    return warning;
  }

  /** @returns whether there is news */
  #take(pod: ObservedPod, scrape: Scrape | undefined, round: Round): boolean {
    const entry = this.#pods.of(pod);
    const { history } = entry;
    const at = round.sentAt - (scrape?.ageMs ?? 0);
    if (!scrape || at < createdAt(pod)) {
      return this.#missing(pod, entry, round);
    }
    if (scrape.scrapedAt === entry.scrapedAt) {
      return false;
    }
    entry.known = true;
    entry.scrapedAt = scrape.scrapedAt;
    if (scrape.up) {
      readInto(history, scrape.read(), at, UP_OF[pod.program]);
    } else {
      history.failed('Prometheus cannot scrape it', at);
    }
    return true;
  }

  #missing(pod: ObservedPod, entry: Entry, { sentAt, warning }: Round) {
    const age = sentAt - createdAt(pod);
    if (!entry.known && age < DISCOVERY_GRACE_MS) {
      return false;
    }
    entry.scrapedAt = undefined;
    entry.history.failed(
      warning
        ? `Prometheus answers in part: ${warning}`
        : 'Prometheus does not scrape it',
      sentAt,
    );
    return entry.history.failures === 1;
  }
}

/** @param needed - without it nothing is known, whatever else was kept */
function readInto(
  history: PodHistory,
  families: Families,
  at: number,
  needed: string,
): void {
  if (families.has(needed)) {
    history.read(families, at);
  } else {
    history.failed(`Prometheus scrapes it and keeps no ${needed}`, at);
  }
}

/** What was scraped earlier is of a pod that had the same name. */
function createdAt({ metadata }: ObservedPod): number {
  return Date.parse(metadata.creationTimestamp ?? '') || 0;
}

/**
 * @param failures - rounds that have failed in a row
 * @returns milliseconds until the next
 */
export function pauseAfter(
  failures: number,
  {
    intervalMs,
    scrapeIntervalMs,
  }: Pick<PrometheusSamplerOptions, 'intervalMs' | 'scrapeIntervalMs'>,
): number {
  const pause = Math.max(intervalMs, scrapeIntervalMs / ROUNDS_PER_SCRAPE);
  if (failures === 0) return pause;
  if (failures === 1) return Math.min(RETRY_MS, pause);
  return Math.max(pause, Math.min(pause * 2 ** (failures - 2), MAX_BACKOFF_MS));
}

async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => void,
): Promise<void> {
  for (let i = 0; i < items.length; i += atOnce) {
    items.slice(i, i + atOnce).forEach(act);
    await new Promise(resolve => setImmediate(resolve));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof PrometheusError
    ? error.message
    : `The portal cannot use its answer: ${error}.`;
}
