/**
 * Runs tasks of the same key at most once in an interval: the first at once,
 * and of those that come too early only the last, when the time has come.
 */
export class Throttle {
  readonly #pending = new Map<string, { task?: () => void }>();

  /** @param signal - ends it: waiting tasks are dropped */
  constructor(
    private readonly intervalMs: number,
    private readonly signal: AbortSignal,
  ) {}

  run(key: string, task: () => void): void {
    if (this.signal.aborted) {
      return;
    }
    const waiting = this.#pending.get(key);
    if (waiting) {
      waiting.task = task;
      return;
    }
    task();
    this.#wait(key);
  }

  #wait(key: string): void {
    this.#pending.set(key, {});
    const timer = setTimeout(() => {
      const task = this.#pending.get(key)?.task;
      this.#pending.delete(key);
      if (task) {
        this.run(key, task);
      }
    }, this.intervalMs);
    timer.unref();
  }
}
