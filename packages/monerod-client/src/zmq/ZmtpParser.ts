import { MonerodError } from '../errors';
import { FLAG, GREETING_BYTES, greetingProblem } from './zmtp';

/** What came over a connection. */
export type ZmtpEvent =
  | { type: 'greeting' }
  | { type: 'command' | 'message'; body: Uint8Array };

const EMPTY = new Uint8Array();

/**
 * Makes greeting, commands and messages of a stream of bytes. Parts of one
 * message are put together: monerod's are single ones.
 */
export class ZmtpParser {
  private pending: Uint8Array[] = [];
  private size = 0;
  private greeted = false;
  private parts: Uint8Array = EMPTY;

  /** @param maxBytes longest message that is taken */
  constructor(private readonly maxBytes: number) {}

  /** @throws MonerodError `InvalidResponse`, `TooLarge` */
  push(chunk: Uint8Array): ZmtpEvent[] {
    this.pending.push(chunk);
    this.size += chunk.length;
    const events: ZmtpEvent[] = [];
    for (let next = this.next(); next !== undefined; next = this.next()) {
      if (next !== 'part') {
        events.push(next);
      }
    }
    return events;
  }

  private next(): ZmtpEvent | 'part' | undefined {
    return this.greeted ? this.frame() : this.greeting();
  }

  private greeting(): ZmtpEvent | undefined {
    const bytes = this.peek(GREETING_BYTES);
    if (!bytes) {
      return undefined;
    }
    const problem = greetingProblem(bytes);
    if (problem) {
      throw new MonerodError('InvalidResponse', `ZMQ: the server ${problem}`);
    }
    this.drop(GREETING_BYTES);
    this.greeted = true;
    return { type: 'greeting' };
  }

  private frame(): ZmtpEvent | 'part' | undefined {
    const flags = this.peek(1)?.[0] ?? 0;
    const header = flags & FLAG.long ? 9 : 2;
    const head = this.peek(header);
    if (!head) {
      return undefined;
    }
    const length =
      flags & FLAG.long
        ? Number(new DataView(head.buffer, head.byteOffset).getBigUint64(1))
        : head[1];
    if (length + this.parts.length > this.maxBytes) {
      throw new MonerodError(
        'TooLarge',
        `ZMQ: a message of more than ${this.maxBytes} bytes`,
      );
    }
    if (this.size < header + length) {
      return undefined;
    }
    const body = (this.peek(header + length) as Uint8Array).slice(header);
    this.drop(header + length);
    return this.take(flags, body);
  }

  private take(flags: number, body: Uint8Array): ZmtpEvent | 'part' {
    if (flags & FLAG.command) {
      return { type: 'command', body };
    }
    const whole =
      this.parts.length > 0 ? Buffer.concat([this.parts, body]) : body;
    if (flags & FLAG.more) {
      this.parts = whole;
      return 'part';
    }
    this.parts = EMPTY;
    return { type: 'message', body: whole };
  }

  /** The first bytes, where so many are there. */
  private peek(count: number): Uint8Array | undefined {
    if (this.size < count) {
      return undefined;
    }
    if (this.pending[0].length < count) {
      this.pending = [Buffer.concat(this.pending, this.size)];
    }
    return this.pending[0].subarray(0, count);
  }

  private drop(count: number): void {
    this.size -= count;
    this.pending[0] = this.pending[0].subarray(count);
    if (this.pending[0].length === 0) {
      this.pending.shift();
    }
  }
}
