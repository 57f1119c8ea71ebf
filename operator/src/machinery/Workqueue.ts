import { Clock } from './clock';
import { Key } from './key';

/** Pauses of a key that fails again and again, in milliseconds. */
export interface RetryTiming {
  firstMs: number;
  maxMs: number;
}

/** controller-runtime's own: 5 ms, doubling, up to 1000 s. */
export const DEFAULT_RETRY: RetryTiming = { firstMs: 5, maxMs: 1_000_000 };

/** Hears what the queue does, for metrics. */
export interface QueueObserver {
  onAdd(): void;
  onRetry(): void;
  onDepth(depth: number): void;
}

const NO_OBSERVER: QueueObserver = {
  onAdd: () => {},
  onRetry: () => {},
  onDepth: () => {},
};

/**
 * Keys that want work. Each is in it once at most, and never handed to two
 * workers at a time: one that is added while it is worked on comes again when
 * that is done.
 */
export class Workqueue {
  private readonly ready = new Set<Key>();
  private readonly active = new Set<Key>();
  private readonly again = new Set<Key>();
  private readonly failures = new Map<Key, number>();
  private readonly timers = new Map<Key, { at: number; cancel: () => void }>();
  private readonly waiting: Array<(key: Key | undefined) => void> = [];
  private closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly timing: RetryTiming = DEFAULT_RETRY,
    private readonly observer: QueueObserver = NO_OBSERVER,
  ) {}

  /** Wants a key worked on as soon as possible. */
  add(key: Key): void {
    if (this.closed || this.ready.has(key) || this.again.has(key)) return;
    this.observer.onAdd();
    if (this.active.has(key)) {
      this.again.add(key);
      return;
    }
    this.ready.add(key);
    this.handOut();
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

  /** Wants a key that failed worked on again, later each time. */
  retry(key: Key): void {
    const count = this.failures.get(key) ?? 0;
    this.failures.set(key, count + 1);
    this.observer.onRetry();
    const { firstMs, maxMs } = this.timing;
    this.addAfter(key, Math.min(firstMs * 2 ** Math.min(count, 40), maxMs));
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
    this.handOut();
    return promise;
  }

  /** The work on a key has ended, well or badly. */
  done(key: Key): void {
    this.active.delete(key);
    if (this.again.delete(key)) this.ready.add(key);
    this.handOut();
  }

  /** No more keys; workers get undefined. */
  close(): void {
    this.closed = true;
    for (const { cancel } of this.timers.values()) cancel();
    this.timers.clear();
    for (const resolve of this.waiting.splice(0)) resolve(undefined);
  }

  private handOut(): void {
    for (const key of this.ready) {
      const resolve = this.waiting.shift();
      if (!resolve) break;
      this.ready.delete(key);
      this.active.add(key);
      resolve(key);
    }
    this.observer.onDepth(this.ready.size);
  }
}
