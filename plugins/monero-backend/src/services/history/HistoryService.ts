import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  SERIES,
  type History,
  type SeriesName,
} from '@monero-portal/plugin-monero-common';
import type { HealthService } from '../health';
import { diskForecast } from './diskForecast';
import type { HistoryStore } from './HistoryStore';
import { recordsOf } from './recordsOf';

/** What history is made of. */
export interface HistoryServiceOptions {
  store: Pick<HistoryStore, 'write' | 'read' | 'trends' | 'compact'>;
  health: Pick<HealthService, 'list'>;
  logger: Pick<LoggerService, 'warn'>;
  now?: () => number;
}

/** Pods whose past is told, and of which namespace. */
export interface PodsOf {
  cluster: string;
  namespace: string;
  pods: readonly string[];
}

const MINUTE_SECONDS = 60;
const FORECAST_EVERY_MS = 10 * 60_000;

/** Remembers what pods were like, and tells it. */
export class HistoryService {
  readonly #now: () => number;
  #forecasts: ReadonlyMap<string, string> = new Map();
  #forecastAt = -Infinity;

  constructor(private readonly options: HistoryServiceOptions) {
    this.#now = options.now ?? Date.now;
  }

  /** Writes what pods are like now; to be called every minute. Never rejects. */
  async record(): Promise<void> {
    const { store, health, logger } = this.options;
    const now = this.#now();
    try {
      await store.write(recordsOf(health, now), now);
      if (now - this.#forecastAt >= FORECAST_EVERY_MS) await this.forecast(now);
    } catch (error) {
      logger.warn(`The history of this minute is lost: ${error}`);
    }
  }

  /** Makes what is long ago coarser, and removes what is too old; to be called every hour. */
  async compact(): Promise<void> {
    await this.options.store.compact(this.#now());
  }

  /**
   * Series of the same length for each of the pods, the last step being that of
   * now, or the one before while nothing has been written since this one began.
   *
   * @param hours - how far back
   * @param points - length of a series at most
   */
  async read(
    { cluster, namespace, pods }: PodsOf,
    { hours, points }: { hours: number; points: number },
  ): Promise<History> {
    const step =
      Math.ceil((hours * 3600) / points / MINUTE_SECONDS) * MINUTE_SECONDS;
    const seconds = Math.floor(this.#now() / 1000);
    const last = seconds - (seconds % step);
    const count = Math.max(1, Math.floor((hours * 3600) / step));
    const found = await this.options.store.read({ cluster, namespace }, pods, {
      from: last - count * step,
      step,
    });
    const isAwaited =
      seconds - last < MINUTE_SECONDS && found.every(({ at }) => at < last);
    const from = last - (isAwaited ? count : count - 1) * step;
    const history = new Map(
      pods.map(pod => [
        pod,
        {} as Partial<Record<SeriesName, (number | null)[]>>,
      ]),
    );
    for (const { pod, at, values } of found) {
      const index = (at - from) / step;
      const series = history.get(pod);
      if (!series || index < 0 || index >= count) continue;
      for (const name of SERIES) {
        const value = values[name];
        if (value === undefined) continue;
        (series[name] ??= new Array(count).fill(null))[index] = value;
      }
    }
    return {
      from: new Date(from * 1000).toISOString(),
      stepSeconds: step,
      pods: [...history].map(([pod, series]) => ({ pod, series })),
    };
  }

  /** When a pod's volume is full at the speed of the last day, ISO 8601. */
  diskFullAt(
    cluster: string,
    { namespace, metadata }: { namespace: string; metadata: { name: string } },
  ): string | undefined {
    return this.#forecasts.get(`${cluster}/${namespace}/${metadata.name}`);
  }

  private async forecast(now: number): Promise<void> {
    const trends = await this.options.store.trends(now);
    this.#forecastAt = now;
    this.#forecasts = new Map(
      trends.flatMap(({ cluster, namespace, pod, sums }) => {
        const at = diskForecast(sums, now);
        return at === undefined
          ? []
          : [[`${cluster}/${namespace}/${pod}`, new Date(at).toISOString()]];
      }),
    );
  }
}
