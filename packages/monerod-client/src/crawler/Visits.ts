/** Visits under way: how many, and what went wrong with one. */
export class Visits {
  private running = 0;
  private wake = () => {};
  private failures: unknown[] = [];

  get count(): number {
    return this.running;
  }

  /** Whether one failed; {@link end} throws it. */
  get failed(): boolean {
    return this.failures.length > 0;
  }

  start(work: () => Promise<void>): void {
    this.running += 1;
    work()
      .catch(error => this.failures.push(error))
      .finally(() => {
        this.running -= 1;
        this.wake();
      });
  }

  /** Fulfilled when the next one ends. */
  next(): Promise<void> {
    return new Promise(resolve => {
      this.wake = resolve;
    });
  }

  /** Waits for all of them. @throws the first failure */
  async end(): Promise<void> {
    while (this.running > 0) await this.next();
    if (this.failed) throw this.failures[0];
  }
}
