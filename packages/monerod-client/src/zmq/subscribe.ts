import { once } from 'node:events';
import { connect as connectTcp, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { MonerodError } from '../errors';
import { connectThroughSocks } from '../proxy/connectThroughSocks';
import { parseSocksProxy, SocksProxy } from '../proxy/socksProxy';
import { readSubscription } from './connection';
import { Mailbox } from './Mailbox';
import { decodeNotification, Notification, Topic } from './topics';

/** What to listen to, and where. */
export interface SubscribeOptions<T extends Topic> {
  /** monerod's `--zmq-pub`, such as `tcp://127.0.0.1:18083`. */
  url: string;
  topics: readonly T[];
  /** Ends the subscription: the iteration is over then, without an error. */
  signal?: AbortSignal;
  /** Deadline of each attempt to connect; 10 s. */
  timeoutMs?: number;
  /** Messages that wait for a slow reader at most; 1,000. The oldest are dropped first. */
  maxBuffered?: number;
  /** Bytes that wait at most; 64 MiB. */
  maxBufferedBytes?: number;
  /** Longest message that is taken; 16 MiB. */
  maxMessageBytes?: number;
  /** SOCKS5 proxy, as for a client. */
  proxy?: string | URL;
}

/** Something may have been missed. */
export type Gap =
  /** The reader was too slow for so many messages. */
  | { topic: 'gap'; reason: 'slow'; dropped: number }
  /** The connection broke, and is back by now. */
  | { topic: 'gap'; reason: 'reconnected'; error: MonerodError };

const DEFAULTS = {
  timeoutMs: 10_000,
  maxBuffered: 1_000,
  maxBufferedBytes: 64 * 1024 ** 2,
  maxMessageBytes: 16 * 1024 ** 2,
};
const BACKOFF = { firstMs: 250, maxMs: 10_000 };
const KEEP_ALIVE_MS = 30_000;

/** @throws TypeError saying what is wrong */
function parseUrl(text: string): { host: string; port: number } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'tcp:' || !url.hostname || !Number(url.port)) {
    throw new TypeError(
      `url: ${JSON.stringify(
        text,
      )} is not a ZMQ address such as tcp://127.0.0.1:18083`,
    );
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port),
  };
}

/** @throws MonerodError `Unreachable`, `Timeout` */
async function connect(
  where: { host: string; port: number },
  {
    proxy,
    timeoutMs,
    signal,
  }: { proxy?: SocksProxy; timeoutMs: number; signal: AbortSignal },
): Promise<Socket> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, deadline]);
  const direct = proxy ? undefined : connectTcp({ ...where, noDelay: true });
  try {
    const socket =
      direct ?? (await connectThroughSocks(proxy as SocksProxy, where, either));
    if (direct) {
      await once(direct, 'connect', { signal: either });
    }
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    return socket;
  } catch (error) {
    direct?.destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    throw deadline.aborted
      ? new MonerodError(
          'Timeout',
          `ZMQ: no connection to ${where.host}:${where.port} within ${timeoutMs} ms`,
        )
      : new MonerodError(
          'Unreachable',
          `ZMQ: ${where.host}:${where.port}: ${code ?? message}`,
          { cause: error },
        );
  }
}

/** Connections, one after the other, into one mailbox. */
class Subscription {
  readonly mailbox: Mailbox<Uint8Array | Gap>;
  /** What ended it for good. */
  failure?: MonerodError;
  private readonly ending = new AbortController();
  private everSubscribed = false;
  private lost?: MonerodError;
  private attempts = 0;

  constructor(
    private readonly options: Required<
      Omit<SubscribeOptions<Topic>, 'signal' | 'proxy'>
    >,
    private readonly where: { host: string; port: number },
    private readonly proxy?: SocksProxy,
  ) {
    this.mailbox = new Mailbox({
      maxMessages: options.maxBuffered,
      maxBytes: options.maxBufferedBytes,
    });
  }

  get ended(): boolean {
    return this.ending.signal.aborted;
  }

  end(): void {
    this.ending.abort();
    this.mailbox.poke();
  }

  /** Connects again and again; the first time must succeed. */
  async run(): Promise<void> {
    while (!this.ended) {
      try {
        await this.connection();
      } catch (error) {
        const failure = error as MonerodError;
        if (!this.everSubscribed || !failure.retryable) {
          this.failure = failure;
          this.mailbox.poke();
          return;
        }
        this.lost = failure;
        await this.pause();
      }
    }
  }

  private async connection(): Promise<void> {
    const { signal } = this.ending;
    const { timeoutMs, topics, maxMessageBytes } = this.options;
    const socket = await connect(this.where, {
      timeoutMs,
      signal,
      ...(this.proxy ? { proxy: this.proxy } : {}),
    });
    const onAbort = () => socket.destroy();
    signal.addEventListener('abort', onAbort, { once: true });
    // A server that takes the connection and says nothing.
    const silence = setTimeout(onAbort, timeoutMs);
    try {
      await readSubscription(socket, topics, maxMessageBytes, {
        onMessage: body => this.mailbox.put(body, body.length),
        onSubscribed: () => {
          clearTimeout(silence);
          this.subscribed();
        },
      });
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', onAbort);
    }
  }

  private subscribed(): void {
    this.everSubscribed = true;
    this.attempts = 0;
    if (this.lost) {
      this.mailbox.put(
        { topic: 'gap', reason: 'reconnected', error: this.lost },
        0,
      );
      this.lost = undefined;
    }
  }

  /** Twice as long each time, and not in step with others. */
  private async pause(): Promise<void> {
    const longest = Math.min(
      BACKOFF.firstMs * 2 ** this.attempts,
      BACKOFF.maxMs,
    );
    this.attempts += 1;
    await sleep(longest * (0.5 + Math.random() / 2), undefined, {
      signal: this.ending.signal,
    }).catch(() => undefined);
  }
}

/**
 * Listens to what a daemon publishes by `--zmq-pub`. It connects again when the
 * connection breaks; a `gap` says that something may have been missed.
 *
 * @throws TypeError when an option makes no sense. The iteration rejects with
 * MonerodError: `Unreachable` or `Timeout` when the first connection fails,
 * `InvalidResponse` or `TooLarge` for what no daemon sends.
 */
export function subscribe<T extends Topic>(
  options: SubscribeOptions<T>,
): AsyncGenerator<Notification<T> | Gap, void, undefined> {
  const { signal, proxy, ...rest } = options;
  const subscription = new Subscription(
    { ...DEFAULTS, ...rest },
    parseUrl(options.url),
    proxy ? parseSocksProxy(proxy) : undefined,
  );
  return iterate(subscription, signal) as AsyncGenerator<
    Notification<T> | Gap,
    void,
    undefined
  >;
}

async function* iterate(
  subscription: Subscription,
  signal?: AbortSignal,
): AsyncGenerator<Notification | Gap, void, undefined> {
  const { mailbox } = subscription;
  const onAbort = () => subscription.end();
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) {
    subscription.end();
  }
  const running = subscription.run();
  try {
    while (!subscription.ended) {
      const dropped = mailbox.takeDropped();
      if (dropped > 0) {
        yield { topic: 'gap', reason: 'slow', dropped };
      }
      const item = mailbox.take();
      if (item !== undefined) {
        yield item instanceof Uint8Array ? decodeNotification(item) : item;
      } else if (subscription.failure) {
        throw subscription.failure;
      } else {
        await mailbox.changed();
      }
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    subscription.end();
    await running;
  }
}
