import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import {
  COMMAND,
  describeCommand,
  encodeMessage,
  LevinCall,
  LevinError,
  LevinLimits,
  LevinMessage,
  LevinParser,
} from '../levin';
import { StorageError } from '../storage';
import type { Limits } from '../deadline';
import { ANSWERED, Answerer } from './answers';
import { asPeerError, PeerError } from './PeerError';
import { within } from './within';

/** A call whose response has not come. Responses come in the order of calls. */
interface Waiting {
  command: number;
  resolve(response: LevinMessage): void;
  reject(error: PeerError): void;
}

/** How a {@link PeerLink} behaves. */
export interface PeerLinkOptions {
  answer: Answerer;
  /** Ends the link when so long nothing comes. */
  idleTimeoutMs: number;
  limits?: LevinLimits;
  /** Told once a handshake that came is answered. */
  onGreeted?: (link: PeerLink) => void;
}

/**
 * Messages over one connection: calls out, answers to what comes in. Messages
 * that nobody reads (blocks, transactions) are dropped as they come.
 */
export class PeerLink {
  /** Fulfilled at the end, with what ended it; `undefined` when we did. */
  readonly closed: Promise<PeerError | undefined>;

  private readonly parser: LevinParser;
  private readonly waiting: Waiting[] = [];
  private readonly ended = new AbortController();
  private readonly idle: NodeJS.Timeout;
  private heard = false;

  constructor(
    private readonly socket: Duplex,
    private readonly options: PeerLinkOptions,
  ) {
    const { idleTimeoutMs, limits } = options;
    this.parser = new LevinParser({
      ...(limits ? { limits } : {}),
      keep: ({ command }) => ANSWERED.has(command),
    });
    this.idle = setTimeout(
      () =>
        this.end(
          new PeerError('Closed', `nothing came for ${idleTimeoutMs} ms`),
        ),
      idleTimeoutMs,
    );
    this.closed = new Promise(resolve => {
      this.ended.signal.addEventListener('abort', () =>
        resolve((this.ended.signal.reason as PeerError | null) ?? undefined),
      );
    });
    // What goes wrong ends the reading too, which says what it was.
    socket.on('error', () => undefined);
    this.read().then(
      () => this.end(new PeerError('Closed', 'the peer closed the connection')),
      error => this.end(asPeerError(error, 'Closed')),
    );
  }

  /** True once the peer sent anything. */
  get hasHeard(): boolean {
    return this.heard;
  }

  /**
   * Sends a request and waits for its response. When time is up the connection
   * is closed, as monerod does: a late response would be taken for another's.
   *
   * @throws PeerError
   */
  async call<Request, Response>(
    { command, request, response }: LevinCall<Request, Response>,
    value: Request,
    limits: Limits,
  ): Promise<Response> {
    const what = describeCommand(command);
    const body = request.encode(value);
    const message = await within(limits, what, signal => {
      signal.addEventListener('abort', () => this.end(signal.reason), {
        once: true,
      });
      return this.exchange(command, body);
    });
    const { returnCode, body: answer = new Uint8Array(0) } = message;
    if (returnCode < 0) {
      throw new PeerError('CallFailed', `${what}: answered ${returnCode}`, {
        returnCode,
      });
    }
    try {
      return response.decode(answer);
    } catch (cause) {
      const error = new PeerError(
        'BadMessage',
        `${what}: ${(cause as Error).message}`,
        { cause },
      );
      this.end(error);
      throw error;
    }
  }

  /** Closes the connection; calls that wait fail. */
  close(): void {
    this.end();
  }

  private end(reason?: unknown): void {
    if (this.ended.signal.aborted) {
      return;
    }
    clearTimeout(this.idle);
    const error =
      reason === undefined ? undefined : asPeerError(reason, 'Closed');
    // Not `undefined` as such: that would become an error of its own.
    this.ended.abort(error ?? null);
    this.socket.destroy();
    const failure =
      error ?? new PeerError('Closed', 'we closed the connection');
    this.waiting.splice(0).forEach(({ reject }) => reject(failure));
  }

  private exchange(command: number, body: Uint8Array): Promise<LevinMessage> {
    return new Promise((resolve, reject) => {
      if (this.ended.signal.aborted) {
        reject(new PeerError('Closed', 'the connection is closed'));
        return;
      }
      this.waiting.push({ command, resolve, reject });
      this.socket.write(encodeMessage({ kind: 'request', command, body }));
    });
  }

  private async read(): Promise<void> {
    for await (const chunk of this.socket as AsyncIterable<Uint8Array>) {
      this.heard = true;
      this.idle.refresh();
      try {
        for (const message of this.parser.push(chunk)) {
          await this.handle(message);
        }
      } catch (error) {
        throw error instanceof LevinError || error instanceof StorageError
          ? new PeerError('BadMessage', error.message, { cause: error })
          : error;
      }
    }
    this.parser.end();
  }

  private async handle(message: LevinMessage): Promise<void> {
    if (message.kind === 'response') {
      this.settle(message);
    } else if (message.kind === 'request') {
      const { command } = message;
      const answer = this.options.answer(message, this.parser.handshakeDone);
      if (command === COMMAND.handshake) {
        this.parser.handshakeDone = true;
      }
      await this.send(encodeMessage({ kind: 'response', command, ...answer }));
      if (command === COMMAND.handshake) {
        this.options.onGreeted?.(this);
      }
    }
  }

  private settle(response: LevinMessage): void {
    const next = this.waiting.shift();
    if (next?.command !== response.command) {
      const error = new PeerError(
        'BadMessage',
        `it answered ${describeCommand(response.command)}, which was not asked`,
      );
      next?.reject(error);
      throw error;
    }
    if (response.command === COMMAND.handshake && response.returnCode >= 0) {
      this.parser.handshakeDone = true;
    }
    next.resolve(response);
  }

  /** Reads no further until the peer takes what we answer. */
  private async send(bytes: Uint8Array): Promise<void> {
    if (!this.socket.write(bytes)) {
      await once(this.socket, 'drain', { signal: this.ended.signal });
    }
  }
}
