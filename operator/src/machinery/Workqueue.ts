import { Clock } from './clock';
import { Key } from './key';
import { Rate, TokenBucket } from './TokenBucket';

/** Pauses of a key that fails again and again, in milliseconds. */
export interface RetryTiming {
  firstMs: number;
  maxMs: number;
  /** Of all keys together; default 10 a second after the first 100. */
  rate?: Rate;
}

const DEFAULT_RATE: Rate = { burst: 100, perSecond: 10 };

/** controller-runtime's own: 5 ms, doubling, up to 1000 s. */
export const DEFAULT_RETRY: RetryTiming = {
  firstMs: 5,
  maxMs: 1_000_000,
};

/** Hears what the queue does, for metrics. */
export interface QueueObserver {
  onAdd(): void;
  onRetry(): void;
  onDepth(depth: number): void;
  /** A key was handed to a worker after it had waited. */
  onTake(waitedMs: number): void;
  /** The work on a key has ended. */
  onDone(workedMs: number): void;
}

const NO_OBSERVER: QueueObserver = {
  onAdd: () => {},
  onRetry: () => {},
  onDepth: () => {},
  onTake: () => {},
  onDone: () => {},
};

/**
 * Keys that want work. Each is in it once at most, and never handed to two
 * workers at a time: one that is added while it is worked on comes again when
 * that is done.
 */
export class Workqueue {
  /** Since when each key waits. */
  private readonly ready = new Map<Key, number>();
  /** Since when each key is worked on. */
  private readonly active = new Map<Key, number>();
  private readonly again = new Set<Key>();
  private readonly failures = new Map<Key, number>();
  private readonly timers = new Map<Key, { at: number; cancel: () => void }>();
  private readonly waiting: Array<(key: Key | undefined) => void> = [];
  private readonly bucket: TokenBucket;
  private handsOutSoon = false;
  private closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly timing: RetryTiming = DEFAULT_RETRY,
    private readonly observer: QueueObserver = NO_OBSERVER,
  ) {
    this.bucket = new TokenBucket(clock, timing.rate ?? DEFAULT_RATE);
  }

  /** Wants a key worked on as soon as possible. */
  add(key: Key): void {
    if (this.closed || this.ready.has(key) || this.again.has(key)) return;
    this.observer.onAdd();
    if (this.active.has(key)) {
      this.again.add(key);
      return;
    }
    this.ready.set(key, this.clock.now());
    this.handOutSoon();
  }

  /** Wants a key worked on after a time; the earliest wish counts. */
  addAfter(key: Key, ms: number): void {
    if (this.closed) return;
    const at = this.clock.now() + ms;
    const planned = this.timers.get(key);
    if (planned && planned.at <= at) return;
    planned?.cancel();
    const cancel = this.clock.after(ms, () => {
      this.timers.delete(key);
      this.add(key);
    });
    this.timers.set(key, { at, cancel });
  }

  /**
   * Wants a key that failed worked on again, later each time.
   * @param leastMs - what the server asked to wait
   */
  retry(key: Key, leastMs = 0): void {
    const count = this.failures.get(key) ?? 0;
    this.failures.set(key, count + 1);
    this.observer.onRetry();
    const { firstMs, maxMs } = this.timing;
    const ownMs = Math.min(firstMs * 2 ** Math.min(count, 40), maxMs);
    this.addAfter(key, Math.max(ownMs, this.bucket.reserve(), leastMs));
  }

  /** The key succeeded: its next failure is a first one. */
  forget(key: Key): void {
    this.failures.delete(key);
  }

  /** The next key, or undefined once closed. `done` must follow. */
  async next(): Promise<Key | undefined> {
    if (this.closed) return undefined;
    const promise = new Promise<Key | undefined>(resolve => {
      this.waiting.push(resolve);
    });
    this.handOutSoon();
    return promise;
  }

  /** The work on a key has ended, well or badly. */
  done(key: Key): void {
    const now = this.clock.now();
    this.observer.onDone(now - (this.active.get(key) ?? now));
    this.active.delete(key);
    if (this.again.delete(key)) this.ready.set(key, now);
    this.handOutSoon();
  }

  /** For how long, in milliseconds, each key has been worked on that is. */
  working(): number[] {
    const now = this.clock.now();
    return [...this.active.values()].map(since => now - since);
  }

  /** No more keys; workers get undefined. */
  close(): void {
    this.closed = true;
    for (const { cancel } of this.timers.values()) cancel();
    this.timers.clear();
    for (const resolve of this.waiting.splice(0)) resolve(undefined);
  }

  /**
   * After all that has come in with it. One change can want a key twice, as the
   * object was and as it is, and several changes often arrive at once: a worker
   * that had the key already would have to take it again. And timers, the
   * lease's among them, get their turn between passes that wait for nothing.
   */
  private handOutSoon(): void {
    if (this.handsOutSoon) return;
    this.handsOutSoon = true;
    setImmediate(() => {
      this.handsOutSoon = false;
      this.handOut();
    });
  }

  private handOut(): void {
    for (const [key, since] of this.ready) {
      const resolve = this.waiting.shift();
      if (!resolve) break;
      this.ready.delete(key);
      const now = this.clock.now();
      this.active.set(key, now);
      this.observer.onTake(now - since);
      resolve(key);
    }
    this.observer.onDepth(this.ready.size);
  }
}
