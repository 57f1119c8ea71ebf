/** Something that is due, and whether it failed when it was done last. */
export interface Due {
  /** Milliseconds since the epoch. */
  dueAt: number;
  doubtful: boolean;
}

/**
 * Decides what is done next while only so many may run at the same time: what
 * is due the longest. Those that failed last may hang until their deadline, so
 * they get half of the places at most, however many they are.
 */
export class ScrapeQueue<T extends Due> {
  readonly #places: number;
  readonly #doubtfulPlaces: number;
  #sound: T[] = [];
  #doubtful: T[] = [];
  #running = 0;
  #doubtfulRunning = 0;

  /** @param places - how many run at the same time */
  constructor(places: number) {
    this.#places = places;
    this.#doubtfulPlaces = Math.max(1, Math.floor(places / 2));
  }

  /** Forgets what waits, and lets these wait instead. */
  replace(due: readonly T[]): void {
    const latestFirst = [...due].sort((a, b) => b.dueAt - a.dueAt);
    this.#sound = latestFirst.filter(({ doubtful }) => !doubtful);
    this.#doubtful = latestFirst.filter(({ doubtful }) => doubtful);
  }

  /** Starts one, if there is a place for it; call what it returns when it has ended. */
  start(): { item: T; done: () => void } | undefined {
    if (this.#running >= this.#places) return undefined;
    const item = this.#next()?.pop();
    if (!item) return undefined;
    const doubtful = item.doubtful ? 1 : 0;
    this.#running += 1;
    this.#doubtfulRunning += doubtful;
    return {
      item,
      done: () => {
        this.#running -= 1;
        this.#doubtfulRunning -= doubtful;
      },
    };
  }

  /** The line whose head is to be taken. */
  #next(): T[] | undefined {
    const sound = this.#sound.at(-1);
    const doubtful =
      this.#doubtfulRunning < this.#doubtfulPlaces
        ? this.#doubtful.at(-1)
        : undefined;
    if (doubtful && (!sound || doubtful.dueAt < sound.dueAt)) {
      return this.#doubtful;
    }
    return sound && this.#sound;
  }
}
