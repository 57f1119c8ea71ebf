import { isKubeError, KubeError } from '../KubeError';
import { sleep } from '../http/sleep';
import { KubeList, KubeObject, WatchHandler, WatchTiming } from '../types';
import { Backoff } from './Backoff';
import { WatchEvent } from './parseEvent';

/** The two requests a watch is made of. */
export interface WatchSource<T extends KubeObject> {
  list(signal: AbortSignal): Promise<KubeList<T>>;
  /** Ends when the server ends it; throws KubeError when it breaks. */
  open(
    resourceVersion: string,
    signal: AbortSignal,
    onOpen: () => void,
  ): AsyncIterable<WatchEvent<T>>;
}

/** A watch that ends sooner than this without an event counts as a failure. */
const SUSPICIOUSLY_SHORT_MS = 1000;

/** List, watch, and again, until the signal aborts. Never rejects. */
export class Follower<T extends KubeObject> {
  private resourceVersion?: string;
  private connected = false;
  private readonly backoff: Backoff;

  constructor(
    private readonly source: WatchSource<T>,
    private readonly handler: WatchHandler<T>,
    private readonly signal: AbortSignal,
    timing: WatchTiming,
  ) {
    this.backoff = new Backoff(timing.backoffMinMs, timing.backoffMaxMs);
  }

  async run(): Promise<void> {
    while (!this.signal.aborted) {
      try {
        await this.attempt();
      } catch (error) {
        await this.recover(error);
      }
    }
  }

  private async attempt(): Promise<void> {
    if (this.resourceVersion === undefined) {
      const list = await this.source.list(this.signal);
      this.handler.onSync(list.items);
      this.resourceVersion = list.resourceVersion;
    }
    const startedAt = Date.now();
    const events = this.source.open(
      this.resourceVersion,
      this.signal,
      this.onOpen,
    );
    let count = 0;
    for await (const event of events) {
      count += 1;
      if (event.type !== 'BOOKMARK') {
        this.handler.onChange(event.type, event.object);
      }
      this.resourceVersion = event.resourceVersion;
      this.backoff.reset();
    }
    if (count === 0 && Date.now() - startedAt < SUSPICIOUSLY_SHORT_MS) {
      throw new KubeError({
        code: 'Unreachable',
        message: 'the API server ended the watch at once',
      });
    }
    this.backoff.reset();
  }

  private async recover(error: unknown): Promise<void> {
    if (this.signal.aborted) return;
    this.connected = false;
    this.tell('disconnected', error);
    const wasFresh = this.backoff.fresh;
    const pauseMs = this.backoff.next();
    if (!isKubeError(error, 'Timeout', 'Unreachable', 'TooManyRequests')) {
      // Expired, or something we may have missed: only a list is the truth.
      this.resourceVersion = undefined;
    }
    if (isKubeError(error, 'Expired') && wasFresh) return;
    const askedMs = isKubeError(error) ? error.retryAfterMs ?? 0 : 0;
    await sleep(Math.max(pauseMs, askedMs), this.signal);
  }

  private readonly onOpen = () => {
    if (this.connected) return;
    this.connected = true;
    this.tell('connected');
  };

  private tell(state: 'connected' | 'disconnected', error?: unknown): void {
    const cause =
      error === undefined || error instanceof Error
        ? error
        : new Error(String(error));
    try {
      this.handler.onState?.(state, cause);
    } catch (thrown) {
      process.emitWarning(`onState of a watch threw: ${thrown}`);
    }
  }
}
