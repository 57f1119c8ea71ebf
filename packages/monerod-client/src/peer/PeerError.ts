import { MonerodError } from '../errors';

/**
 * What can go wrong between us and a peer.
 *
 * - `Timeout`: no answer before the deadline; the connection is closed then.
 * - `Aborted`: the caller's AbortSignal fired; likewise.
 * - `Unreachable`: no connection.
 * - `Refused`: it closed the connection instead of answering the handshake.
 * - `WrongNetwork`: it says that it belongs to another network.
 * - `Closed`: the connection is closed, or broke.
 * - `BadMessage`: it sent something that no peer sends (`cause` says what).
 * - `CallFailed`: it answered with an error of its own (`returnCode`).
 */
export type PeerErrorCode =
  | 'Timeout'
  | 'Aborted'
  | 'Unreachable'
  | 'Refused'
  | 'WrongNetwork'
  | 'Closed'
  | 'BadMessage'
  | 'CallFailed';

/** Facts of a failure beyond its code and message. */
export interface PeerErrorDetails {
  /** Of the response, where the peer sent one. */
  returnCode?: number;
  cause?: unknown;
}

/** The only error that peers and their calls fail with. */
export class PeerError extends Error {
  readonly code: PeerErrorCode;
  readonly returnCode?: number;

  constructor(
    code: PeerErrorCode,
    message: string,
    { returnCode, cause }: PeerErrorDetails = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PeerError';
    this.code = code;
    if (returnCode !== undefined) {
      this.returnCode = returnCode;
    }
  }
}

/** Any failure of a connection as a {@link PeerError}. */
export function asPeerError(
  error: unknown,
  fallback: PeerErrorCode,
): PeerError {
  if (error instanceof PeerError) {
    return error;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof MonerodError) {
    const { code, cause } = error;
    const own = code === 'Timeout' || code === 'Aborted' ? code : fallback;
    return new PeerError(own, message, { cause });
  }
  return new PeerError(fallback, message, { cause: error });
}
