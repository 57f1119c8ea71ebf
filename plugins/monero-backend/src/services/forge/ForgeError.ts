/**
 * - `Unauthorized`: the token is missing, wrong or expired
 * - `MissingScope`: the token may not do this; the message names the scope
 * - `NotFound`: no such repository or pull request, or none that the token may see
 * - `Protected`: rules of the forge forbid the branch
 * - `Conflict`: it is there already, or has changed
 * - `RateLimited`: too many requests, also after waiting
 * - `Unreachable`: no usable answer in time
 * - `Refused`: the forge refused in another way; its words are in the message
 */
export type ForgeErrorCode =
  | 'Unauthorized'
  | 'MissingScope'
  | 'NotFound'
  | 'Protected'
  | 'Conflict'
  | 'RateLimited'
  | 'Unreachable'
  | 'Refused';

/** The only error of this folder; its message says what to do, and holds no token. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';

  constructor(
    readonly code: ForgeErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
