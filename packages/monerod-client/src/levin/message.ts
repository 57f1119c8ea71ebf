import { encodeHeader, FLAG, HEADER_BYTES, LevinHeader } from './header';

/**
 * What a message is for: a request waits for a response of the same command, a
 * notification for nothing.
 */
export type LevinKind = 'request' | 'notification' | 'response';

/** A whole message. */
export interface LevinMessage {
  kind: LevinKind;
  command: number;
  /** Of a response; 0 else. */
  returnCode: number;
  /** Bytes of the body, also where it was not kept. */
  length: number;
  /** Absent when the reader chose not to keep it. */
  body?: Uint8Array;
}

/** The kind that a header's flags say; `undefined` for fragments and noise. */
export function kindOf({
  flags,
  expectsReply,
}: LevinHeader): LevinKind | undefined {
  if (flags & FLAG.response) {
    return 'response';
  }
  if (flags & FLAG.request) {
    return expectsReply ? 'request' : 'notification';
  }
  return undefined;
}

/** A header and what follows it. */
export function withHeader(
  header: Omit<LevinHeader, 'length'>,
  body: Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + body.length);
  bytes.set(encodeHeader({ ...header, length: body.length }));
  bytes.set(body, HEADER_BYTES);
  return bytes;
}

/** What to send. */
export interface OutgoingMessage {
  kind: LevinKind;
  command: number;
  /** Of a response: 1 for success, as monerod has it. */
  returnCode?: number;
  body: Uint8Array;
}

/** Bytes of a message. */
export function encodeMessage({
  kind,
  command,
  returnCode = 0,
  body,
}: OutgoingMessage): Uint8Array {
  return withHeader(
    {
      command,
      returnCode,
      expectsReply: kind === 'request',
      flags: kind === 'response' ? FLAG.response : FLAG.request,
    },
    body,
  );
}
