/**
 * What can be wrong with a stream of Levin messages.
 *
 * - `BadSignature`: not Levin at all.
 * - `BadHeader`: a header that no peer sends.
 * - `TooLarge`: a message beyond what its command, or the state of the
 *   connection, allows.
 * - `BadFragment`: pieces of a message that do not make one.
 * - `Truncated`: the stream ended inside a message.
 */
export type LevinErrorCode =
  | 'BadSignature'
  | 'BadHeader'
  | 'TooLarge'
  | 'BadFragment'
  | 'Truncated';

/** The only error that headers and streams of messages fail with. */
export class LevinError extends Error {
  readonly code: LevinErrorCode;

  constructor(code: LevinErrorCode, message: string) {
    super(message);
    this.name = 'LevinError';
    this.code = code;
  }
}
