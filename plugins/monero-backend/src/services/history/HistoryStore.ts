import { SERIES, type SeriesName } from '@monero-portal/plugin-monero-common';
import type { Knex } from 'knex';
import type { TrendSums } from './diskForecast';
import type { HistoryRecord, PodRef } from './recordsOf';

const PODS = 'history_pods';
const POINTS = 'history_points';

/** Seconds that a row stands for: fresh ones, and those of long ago. */
const FINE = 60;
const COARSE = 900;
/** How long rows of a minute are kept, and then those of a quarter of an hour. */
const FINE_SECONDS = 7 * 24 * 3600;
const COARSE_SECONDS = 90 * 24 * 3600;
/** Of the past that a forecast is made from; every 15th point of it. */
const TREND_SECONDS = 24 * 3600;
/** Rows of an insert: on SQLite it is a compound select, which has 500 terms at most. */
const BATCH = 400;
/** Rows are made coarser this much of the past at a time. */
const COMPACT_SECONDS = 6 * 3600;
const GIB = 2 ** 30;

const columnOf = (series: SeriesName) =>
  series.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** One row of an answer: the mean over a step. */
export interface HistoryPoint {
  pod: string;
  /** Unix time at which the step begins, in seconds. */
  at: number;
  values: Partial<Record<SeriesName, number>>;
}

/**
 * What pods were like: a row a minute for a week, one a quarter of an hour for
 * ninety days. On SQLite and PostgreSQL; several portals may share it.
 */
export class HistoryStore {
  /** Ids of pods that were seen. */
  readonly #ids = new Map<string, number>();

  /** @param db - a database on which the migrations have run */
  constructor(private readonly db: Knex) {}

  /**
   * Writes what was measured in the minute of `now`. The first to write it wins.
   *
   * @param now - milliseconds since the epoch
   */
  async write(records: readonly HistoryRecord[], now: number): Promise<void> {
    const seconds = Math.floor(now / 1000);
    const at = seconds - (seconds % FINE);
    for (let first = 0; first < records.length; first += BATCH) {
      const batch = records.slice(first, first + BATCH);
      const ids = await this.idsOf(batch);
      await this.db(POINTS)
        .insert(
          batch.map((record, index) => ({
            pod_id: ids[index],
            seconds: FINE,
            at,
            ...Object.fromEntries(
              SERIES.map(name => [columnOf(name), record.values[name] ?? null]),
            ),
          })),
        )
        .onConflict(['pod_id', 'seconds', 'at'])
        .ignore();
    }
  }

  /**
   * Means over steps, by pod and time.
   *
   * @param from - Unix time in seconds, a multiple of `step`
   * @param step - in seconds, a multiple of a minute
   */
  async read(
    { cluster, namespace }: Omit<PodRef, 'pod'>,
    pods: readonly string[],
    { from, step }: { from: number; step: number },
  ): Promise<HistoryPoint[]> {
    const start = this.db.raw('p.at - (p.at % ?)', [step]);
    const rows = (await this.db({ p: POINTS })
      .join({ n: PODS }, 'n.id', 'p.pod_id')
      .where({ 'n.cluster': cluster, 'n.namespace': namespace })
      .whereIn('n.pod', [...pods])
      .where('p.at', '>=', from)
      .select({ pod: 'n.pod', start })
      .avg(Object.fromEntries(SERIES.map(name => [name, columnOf(name)])))
      .groupBy('n.pod', 'start')
      .orderBy(['n.pod', 'start'])) as Record<string, unknown>[];
    return rows.map(row => ({
      pod: String(row.pod),
      at: Number(row.start),
      values: Object.fromEntries(
        SERIES.flatMap(name =>
          row[name] === null ? [] : [[name, Number(row[name])]],
        ),
      ),
    }));
  }

  /**
   * How far behind each pod was at most, of those written minute by minute.
   *
   * @param from - Unix time in seconds
   * @param to - the end, which is left out
   */
  async worst(
    from: number,
    to: number,
  ): Promise<Array<PodRef & { blocksBehind: number }>> {
    const rows = (await this.db({ p: POINTS })
      .join({ n: PODS }, 'n.id', 'p.pod_id')
      .where('p.seconds', FINE)
      .where('p.at', '>=', from)
      .where('p.at', '<', to)
      .whereNotNull('p.blocks_behind')
      .select({ cluster: 'n.cluster', namespace: 'n.namespace', pod: 'n.pod' })
      .max({ behind: 'p.blocks_behind' })
      .groupBy('n.id', 'n.cluster', 'n.namespace', 'n.pod')) as Record<
      string,
      unknown
    >[];
    return rows.map(({ cluster, namespace, pod, behind }) => ({
      cluster: String(cluster),
      namespace: String(namespace),
      pod: String(pod),
      blocksBehind: Number(behind),
    }));
  }

  /** What the forecasts of all pods are made of, from the last day. */
  async trends(now: number): Promise<Array<PodRef & { sums: TrendSums }>> {
    const seconds = Math.floor(now / 1000);
    const x = '(p.at - ?) / 3600.0';
    const y = `p.free_bytes / ${GIB}.0`;
    const sum = (what: string, ...values: number[]) =>
      this.db.raw(what, values);
    const rows = (await this.db({ p: POINTS })
      .join({ n: PODS }, 'n.id', 'p.pod_id')
      .where('p.seconds', FINE)
      .where('p.at', '>=', seconds - TREND_SECONDS)
      .whereRaw('p.at % ? = 0', [COARSE])
      .whereNotNull('p.free_bytes')
      .select({
        cluster: 'n.cluster',
        namespace: 'n.namespace',
        pod: 'n.pod',
        count: sum('COUNT(*)'),
        x: sum(`SUM(${x})`, seconds),
        y: sum(`SUM(${y})`),
        xx: sum(`SUM(${x} * ${x})`, seconds, seconds),
        xy: sum(`SUM(${x} * ${y})`, seconds),
        oldest: sum(`MAX((? - p.at) / 3600.0)`, seconds),
      })
      .groupBy('n.cluster', 'n.namespace', 'n.pod')) as Record<
      string,
      unknown
    >[];
    return rows.map(({ cluster, namespace, pod, ...sums }) => ({
      cluster: String(cluster),
      namespace: String(namespace),
      pod: String(pod),
      sums: {
        count: Number(sums.count),
        x: Number(sums.x),
        y: Number(sums.y),
        xx: Number(sums.xx),
        xy: Number(sums.xy),
        oldest: Number(sums.oldest),
      },
    }));
  }

  /** Makes rows coarser that are older than a week, and removes those of which ninety days have passed. */
  async compact(now: number): Promise<void> {
    const seconds = Math.floor(now / 1000);
    const until = seconds - FINE_SECONDS;
    await this.coarsen(until - (until % COARSE));
    await this.db(POINTS)
      .where('at', '<', seconds - COARSE_SECONDS)
      .where('seconds', COARSE)
      .delete();
    await this.db(PODS)
      .whereNotExists(
        this.db(POINTS)
          .select(this.db.raw('1'))
          .whereRaw(`${POINTS}.pod_id = ${PODS}.id`),
      )
      .delete();
    this.#ids.clear();
  }

  /** @param until - Unix time in seconds, a multiple of a quarter of an hour */
  private async coarsen(until: number): Promise<void> {
    const columns = SERIES.map(columnOf);
    const into = ['pod_id', 'seconds', 'at', ...columns];
    for (;;) {
      const [{ oldest }] = (await this.db(POINTS)
        .where('seconds', FINE)
        .where('at', '<', until)
        .min({ oldest: 'at' })) as Array<{ oldest: unknown }>;
      if (oldest === null) return;
      const first = Number(oldest) - (Number(oldest) % COARSE);
      const end = Math.min(first + COMPACT_SECONDS, until);
      await this.db.transaction(async tx => {
        const old = () =>
          tx(POINTS)
            .where('seconds', FINE)
            .where('at', '>=', first)
            .where('at', '<', end);
        const start = tx.raw(`at - (at % ${COARSE})`);
        await tx(
          tx.raw(`?? (${into.map(() => '??').join(', ')})`, [POINTS, ...into]),
        )
          .insert(
            old()
              .select('pod_id', tx.raw(`${COARSE}`), start)
              .select(columns.map(name => tx.raw('AVG(??)', [name])))
              .groupBy('pod_id', start),
          )
          .onConflict(['pod_id', 'seconds', 'at'])
          .ignore();
        await old().delete();
      });
    }
  }

  private async idsOf(pods: readonly PodRef[]): Promise<number[]> {
    const strangers = pods.filter(pod => !this.#ids.has(keyOf(pod)));
    if (strangers.length > 0) {
      await this.db(PODS)
        .insert(
          strangers.map(({ cluster, namespace, pod }) => ({
            cluster,
            namespace,
            pod,
          })),
        )
        .onConflict(['cluster', 'namespace', 'pod'])
        .ignore();
      const rows = (await this.db(PODS)
        .whereIn(
          'pod',
          strangers.map(({ pod }) => pod),
        )
        .select('*')) as Array<PodRef & { id: number }>;
      for (const row of rows) this.#ids.set(keyOf(row), row.id);
    }
    return pods.map(pod => {
      const id = this.#ids.get(keyOf(pod));
      if (id === undefined) throw new Error(`${keyOf(pod)} was not stored`);
      return id;
    });
  }
}

function keyOf({ cluster, namespace, pod }: PodRef): string {
  return `${cluster}/${namespace}/${pod}`;
}
