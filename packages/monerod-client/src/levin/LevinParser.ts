import { ChunkQueue } from './ChunkQueue';
import { describeCommand } from './commands';
import {
  checkSignature,
  decodeHeader,
  FLAG,
  HEADER_BYTES,
  LevinHeader,
} from './header';
import { LevinError } from './LevinError';
import { LEVIN_LIMITS, LevinLimits } from './limits';
import { kindOf, LevinMessage } from './message';

/** How a {@link LevinParser} reads. */
export interface LevinParserOptions {
  /** {@link LEVIN_LIMITS} unless said. */
  limits?: LevinLimits;
  /**
   * Says of a message, by its header, whether its body is wanted; all are
   * unless said. Bodies that are not are dropped as they come, so that they
   * take no memory.
   */
  keep?: (header: LevinHeader) => boolean;
}

/**
 * Makes messages of a stream of bytes. Noise is dropped, fragments are put
 * together. Never holds more than the limits allow one message to be, and
 * fails as soon as the bytes at hand show that the stream is bad; a parser that
 * failed once stays so.
 */
export class LevinParser {
  /** Set once the handshake is done: larger messages are allowed then. */
  handshakeDone = false;

  private readonly limits: LevinLimits;
  private readonly keep: (header: LevinHeader) => boolean;
  private readonly queue = new ChunkQueue();
  /** Of the message whose body comes next, and how much of it is to be dropped. */
  private header?: LevinHeader;
  private wanted = true;
  private dropping = 0;
  private fragments?: ChunkQueue;
  private failed?: LevinError;

  constructor({ limits = LEVIN_LIMITS, keep }: LevinParserOptions = {}) {
    this.limits = limits;
    this.keep = keep ?? (() => true);
  }

  /**
   * Takes the next bytes and gives the messages that they complete, one at a
   * time: what is done with one (such as setting {@link handshakeDone}) holds
   * for the next.
   *
   * @throws LevinError
   */
  *push(chunk: Uint8Array): Generator<LevinMessage, void, undefined> {
    if (this.failed) {
      throw this.failed;
    }
    this.queue.push(chunk);
    try {
      for (;;) {
        const message = this.step();
        if (message === 'more') {
          return;
        }
        if (message) {
          yield message;
        }
      }
    } catch (error) {
      if (error instanceof LevinError) {
        this.failed = error;
      }
      throw error;
    }
  }

  /** Says that no more bytes come. @throws LevinError `Truncated` */
  end(): void {
    if (this.failed) {
      throw this.failed;
    }
    if (this.header || this.queue.length > 0) {
      throw new LevinError(
        'Truncated',
        this.header
          ? `the stream ended inside ${describeCommand(this.header.command)}`
          : `the stream ended inside a header`,
      );
    }
  }

  /** One step: a message, none yet but go on, or wait for more bytes. */
  private step(): LevinMessage | 'more' | undefined {
    const header = this.header ?? this.readHeader();
    if (!header) {
      return 'more';
    }
    if (!this.wanted) {
      this.dropping -= this.queue.drop(this.dropping);
      if (this.dropping > 0) {
        return 'more';
      }
      this.header = undefined;
      return this.messageOf(header);
    }
    if (this.queue.length < header.length) {
      return 'more';
    }
    const body = this.queue.take(header.length);
    this.header = undefined;
    return kindOf(header)
      ? this.messageOf(header, body)
      : this.addFragment(header, body);
  }

  private readHeader(): LevinHeader | undefined {
    const bytes = this.queue.peek(HEADER_BYTES);
    if (bytes.length < HEADER_BYTES) {
      // The first bytes may already tell.
      checkSignature(bytes);
      return undefined;
    }
    const header = decodeHeader(bytes);
    this.checkSize(header);
    this.queue.drop(HEADER_BYTES);
    this.header = header;
    const noise = FLAG.begin | FLAG.end;
    this.wanted = kindOf(header)
      ? this.keep(header)
      : (header.flags & noise) !== noise;
    this.dropping = header.length;
    return header;
  }

  private checkSize({ command, length, flags }: LevinHeader): void {
    const { beforeHandshakeBytes, afterHandshakeBytes, commandBytes } =
      this.limits;
    const isMessage = flags & (FLAG.request | FLAG.response);
    const max = Math.min(
      this.handshakeDone ? afterHandshakeBytes : beforeHandshakeBytes,
      isMessage
        ? commandBytes.get(command) ?? Infinity
        : this.limits.fragmentedBytes,
    );
    if (length > max) {
      throw new LevinError(
        'TooLarge',
        `${describeCommand(
          command,
        )}: a message of ${length} bytes, ${max} are allowed`,
      );
    }
  }

  /** `undefined` for noise whose bytes were dropped. */
  private messageOf(
    header: LevinHeader,
    body?: Uint8Array,
  ): LevinMessage | undefined {
    const kind = kindOf(header);
    const { command, returnCode, length } = header;
    return (
      kind && { kind, command, returnCode, length, ...(body ? { body } : {}) }
    );
  }

  private addFragment(
    { flags }: LevinHeader,
    body: Uint8Array,
  ): LevinMessage | undefined {
    if (flags & FLAG.begin) {
      this.fragments = new ChunkQueue();
    } else if (!this.fragments) {
      throw new LevinError('BadFragment', 'a fragment without a first one');
    }
    const { fragmentedBytes } = this.limits;
    this.fragments.push(body);
    if (this.fragments.length > fragmentedBytes) {
      throw new LevinError(
        'TooLarge',
        `fragments of more than ${fragmentedBytes} bytes`,
      );
    }
    return flags & FLAG.end ? this.joinFragments(this.fragments) : undefined;
  }

  private joinFragments(fragments: ChunkQueue): LevinMessage | undefined {
    this.fragments = undefined;
    if (fragments.length < HEADER_BYTES) {
      throw new LevinError('BadFragment', 'fragments without a header inside');
    }
    const header = decodeHeader(fragments.take(HEADER_BYTES));
    this.checkSize(header);
    if (!kindOf(header)) {
      throw new LevinError('BadFragment', 'fragments inside fragments');
    }
    if (header.length > fragments.length) {
      throw new LevinError(
        'BadFragment',
        `${describeCommand(header.command)}: ${
          header.length
        } bytes announced, ${fragments.length} came`,
      );
    }
    // What is left over is padding.
    return this.messageOf(
      header,
      this.keep(header) ? fragments.take(header.length) : undefined,
    );
  }
}
