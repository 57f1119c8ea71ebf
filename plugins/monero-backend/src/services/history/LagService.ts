import type { HistoryStore } from './HistoryStore';

/** What lags are made of. */
export interface LagServiceOptions {
  store: Pick<HistoryStore, 'worst'>;
  now?: () => number;
}

/** How far node sets were behind over the last day. */
export interface Lags {
  /** Unix time at which the first step begins, in seconds. */
  from: number;
  stepSeconds: number;
  /**
   * Most blocks that a node of any of these sets was behind in each step; null
   * where none was measured, undefined when none ever was.
   */
  worstOf(
    place: { cluster: string; namespace: string },
    sets: readonly string[],
  ): (number | null)[] | undefined;
}

/** Half hours of a day: a line in a row of a table shows no more. */
const STEP_SECONDS = 1800;
const STEPS = 48;
/** A minute is written while it lasts, perhaps late; then it stays as it is. */
const WRITTEN_SECONDS = 120;
/** A step that still goes on is read again after so long. */
const FRESH_MS = 60_000;

interface Step {
  /** When it was read, in milliseconds since the epoch. */
  readAt: number;
  worst: ReadonlyMap<string, number>;
}

/**
 * How far every node set was behind, for a list of all of them. Steps that are
 * over are read once and kept, so that a question costs one step at most,
 * however many sets and open pages there are.
 */
export class LagService {
  readonly #store: LagServiceOptions['store'];
  readonly #now: () => number;
  /** By the Unix time at which they begin, in seconds. */
  readonly #steps = new Map<number, Step>();
  #reading?: Promise<void>;

  constructor({ store, now = Date.now }: LagServiceOptions) {
    this.#store = store;
    this.#now = now;
  }

  /** The last day. What is asked for at the same time is read once. */
  async read(): Promise<Lags> {
    this.#reading ??= this.#readSteps().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
    const from = this.#from();
    const steps = Array.from(
      { length: STEPS },
      (_, index) => this.#steps.get(from + index * STEP_SECONDS)?.worst,
    );
    return {
      from,
      stepSeconds: STEP_SECONDS,
      worstOf({ cluster, namespace }, sets) {
        const keys = sets.map(set => keyOf(cluster, namespace, set));
        const values = steps.map(step => most(keys.map(key => step?.get(key))));
        return values.some(value => value !== null) ? values : undefined;
      },
    };
  }

  /** The last step is that of a minute ago: nothing of this one may be written yet. */
  #from(): number {
    const seconds = Math.floor(this.#now() / 1000) - 60;
    return seconds - (seconds % STEP_SECONDS) - (STEPS - 1) * STEP_SECONDS;
  }

  async #readSteps(): Promise<void> {
    const from = this.#from();
    for (const begin of this.#steps.keys()) {
      if (begin < from) this.#steps.delete(begin);
    }
    for (let index = 0; index < STEPS; index += 1) {
      const begin = from + index * STEP_SECONDS;
      if (this.#isOld(begin)) await this.#readStep(begin);
    }
  }

  #isOld(begin: number): boolean {
    const readAt = this.#steps.get(begin)?.readAt;
    if (readAt === undefined) return true;
    const finalAt = (begin + STEP_SECONDS + WRITTEN_SECONDS) * 1000;
    return readAt < finalAt && this.#now() - readAt >= FRESH_MS;
  }

  async #readStep(begin: number): Promise<void> {
    const readAt = this.#now();
    const rows = await this.#store.worst(begin, begin + STEP_SECONDS);
    const worst = new Map<string, number>();
    for (const { cluster, namespace, pod, blocksBehind } of rows) {
      // A pod is named after its set, with its number behind a dash.
      const set = pod.replace(/-\d+$/, '');
      const key = keyOf(cluster, namespace, set);
      worst.set(key, Math.max(worst.get(key) ?? 0, blocksBehind));
    }
    this.#steps.set(begin, { readAt, worst });
  }
}

function keyOf(cluster: string, namespace: string, set: string): string {
  return `${cluster}/${namespace}/${set}`;
}

function most(values: readonly (number | undefined)[]): number | null {
  return values.reduce<number | null>(
    (worst, value) =>
      value === undefined ? worst : Math.max(worst ?? 0, value),
    null,
  );
}
