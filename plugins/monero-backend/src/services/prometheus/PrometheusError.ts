/**
 * Why a Prometheus gave no answer that can be used.
 *
 * - `Unreachable`: no connection, or it broke
 * - `Timeout`: no whole answer in time
 * - `TooLarge`: more than is read
 * - `Denied`: it, or who stands before it, wants another login or permission
 * - `BadQuery`: it does not understand the query, or refuses to carry it out
 * - `Unavailable`: it, or the way to it, is down, starting or busy
 * - `Malformed`: something else than a Prometheus has answered
 */
export type PrometheusErrorCode =
  | 'Unreachable'
  | 'Timeout'
  | 'TooLarge'
  | 'Denied'
  | 'BadQuery'
  | 'Unavailable'
  | 'Malformed';

/** The only error of {@link PrometheusClient}; its message is for people. */
export class PrometheusError extends Error {
  readonly name = 'PrometheusError';

  constructor(
    readonly code: PrometheusErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
