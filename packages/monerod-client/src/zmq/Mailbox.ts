/** How much waits for a slow reader at most. */
export interface MailboxLimits {
  maxMessages: number;
  maxBytes: number;
}

/**
 * Keeps what came until it is read: the newest, where there is too much. What
 * is dropped is counted.
 */
export class Mailbox<T> {
  private readonly entries: { item: T; bytes: number }[] = [];
  private bytes = 0;
  private dropped = 0;
  private wake: () => void = () => undefined;

  constructor(private readonly limits: MailboxLimits) {}

  put(item: T, bytes: number): void {
    this.entries.push({ item, bytes });
    this.bytes += bytes;
    while (
      this.entries.length > this.limits.maxMessages ||
      (this.bytes > this.limits.maxBytes && this.entries.length > 1)
    ) {
      this.bytes -= this.entries.shift()?.bytes ?? 0;
      this.dropped += 1;
    }
    this.wake();
  }

  /** Wakes who waits, for another reason. */
  poke(): void {
    this.wake();
  }

  /** How many were dropped since the last time. */
  takeDropped(): number {
    const { dropped } = this;
    this.dropped = 0;
    return dropped;
  }

  /** The oldest; `undefined` when there is none. */
  take(): T | undefined {
    const entry = this.entries.shift();
    this.bytes -= entry?.bytes ?? 0;
    return entry?.item;
  }

  /** Fulfilled when something may have come. */
  changed(): Promise<void> {
    return new Promise(resolve => {
      this.wake = resolve;
    });
  }
}
