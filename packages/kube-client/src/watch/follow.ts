import { isKubeError, KubeError } from '../KubeError';
import { sleep } from '../http/sleep';
import { KubeList, KubeObject, WatchHandler, WatchTiming } from '../types';
import { Backoff } from './Backoff';
import { isNewer } from './isNewer';
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

/** The server is behind the version asked for, be it that its data was restored. */
const TOO_NEW = 'ResourceVersionTooLarge';

/** A watch that ends sooner than this without an event counts as a failure. */
const SUSPICIOUSLY_SHORT_MS = 1000;

/** After so many failures in a row only a list is believed. */
const MAX_RESUMPTIONS = 5;

/** List, watch, and again, until the signal aborts. Never rejects. */
export class Follower<T extends KubeObject> {
  private resourceVersion?: string;
  private connected = false;
  /** Whether the last attempt got as far as an open watch. */
  private opened = false;
  private failures = 0;
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
    this.opened = false;
    if (this.resourceVersion === undefined) {
      const list = await this.source.list(this.signal);
      this.handler.onSync(list.items, list.resourceVersion);
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
      this.take(event);
      this.failures = 0;
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
    this.failures += 1;
    if (!this.canResume(error)) this.resourceVersion = undefined;
    if (isKubeError(error, 'Expired') && wasFresh) return;
    const askedMs = isKubeError(error) ? error.retryAfterMs ?? 0 : 0;
    await sleep(Math.max(pauseMs, askedMs), this.signal);
  }

  /** Versions only grow: what does not is a repetition, or another history. */
  private take(event: WatchEvent<T>): void {
    const { resourceVersion: before = '' } = this;
    if (!isNewer(event.resourceVersion, before)) {
      if (event.type !== 'BOOKMARK' || event.resourceVersion === before) return;
      throw new KubeError({
        code: 'Expired',
        message: `the API server is at version ${event.resourceVersion}, before the ${before} that it told of: its data was restored`,
      });
    }
    if (event.type !== 'BOOKMARK') {
      this.handler.onChange(event.type, event.object);
    }
    this.resourceVersion = event.resourceVersion;
  }

  /** Whether nothing can have been missed, so that the watch may go on from where it was. */
  private canResume(error: unknown): boolean {
    if (this.failures > MAX_RESUMPTIONS) return false;
    if (isKubeError(error, 'Server')) return !this.opened;
    return (
      isKubeError(error, 'Timeout', 'Unreachable', 'TooManyRequests') &&
      !error.causes.some(({ reason }) => reason === TOO_NEW)
    );
  }

  private readonly onOpen = () => {
    this.opened = true;
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
