/** Why there was no usable answer; `BadRequest`: nothing was asked. */
export type MoneroClientErrorCode =
  | 'BadRequest'
  | 'Unreachable'
  | 'Timeout'
  | 'BadAnswer';

/** The backend gave no answer, or none that can be understood. */
export class MoneroClientError extends Error {
  override readonly name = 'MoneroClientError';

  constructor(
    readonly code: MoneroClientErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
