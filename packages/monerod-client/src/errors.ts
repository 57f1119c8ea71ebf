/**
 * What can go wrong in a call to a daemon.
 *
 * - `Timeout`: no complete answer before the deadline.
 * - `Aborted`: the caller's AbortSignal fired.
 * - `Unreachable`: no connection, or it broke before the answer was complete.
 * - `HttpStatus`: an HTTP status other than 200 and 401 (`httpStatus`).
 * - `Untrusted`: the server showed another certificate than those pinned.
 * - `Unauthorized`: the daemon wants a login, or does not take ours.
 * - `TooLarge`: the answer is larger than the client accepts.
 * - `InvalidResponse`: the answer is not what the endpoint promises.
 * - `RpcError`: the daemon refused the call (`rpcCode`, or `status` in words).
 * - `Busy`: the daemon is still synchronizing and answers with empty data.
 */
export type MonerodErrorCode =
  | 'Timeout'
  | 'Aborted'
  | 'Unreachable'
  | 'HttpStatus'
  | 'Untrusted'
  | 'Unauthorized'
  | 'TooLarge'
  | 'InvalidResponse'
  | 'RpcError'
  | 'Busy';

/** Facts of a failure beyond its code and message. */
export interface MonerodErrorDetails {
  /** Name of the call as monerod spells it, such as `get_info`. */
  call?: string;
  /** HTTP status of the answer, where there was one. */
  httpStatus?: number;
  /** Code of the JSON-RPC error, such as -32601. */
  rpcCode?: number;
  /** monerod's own status word where it is not `OK`. */
  status?: string;
  cause?: unknown;
}

const RETRYABLE: ReadonlySet<MonerodErrorCode> = new Set([
  'Timeout',
  'Unreachable',
  'Busy',
]);

/** JSON-RPC code of a method that the daemon does not offer on this listener. */
const METHOD_NOT_FOUND = -32601;

/** The only class of error that the client's calls reject with. */
export class MonerodError extends Error {
  readonly code: MonerodErrorCode;
  readonly call?: string;
  readonly httpStatus?: number;
  readonly rpcCode?: number;
  readonly status?: string;

  constructor(
    code: MonerodErrorCode,
    message: string,
    details: MonerodErrorDetails = {},
  ) {
    const { cause, ...facts } = details;
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'MonerodError';
    this.code = code;
    Object.assign(this, facts);
  }

  /** True when the same call may succeed later without anybody's doing. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }

  /**
   * True when the daemon does not offer the call on this listener: it is
   * restricted, or older or newer than the call. Restricted listeners answer
   * JSON-RPC methods with -32601 and paths with 404.
   */
  get unsupported(): boolean {
    return this.rpcCode === METHOD_NOT_FOUND || this.httpStatus === 404;
  }
}
