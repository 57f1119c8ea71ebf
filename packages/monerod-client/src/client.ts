import {
  DaemonClient,
  daemonClientOver,
  RestrictedDaemonClient,
  restrictedDaemonClientOver,
} from './daemonMethods';
import { TransportOptions } from './transport';
import { createUndiciTransport } from './undiciTransport';

export {
  type CallOptions,
  type DaemonClient,
  type RestrictedDaemonClient,
} from './daemonMethods';

/** Settings of a client. */
export type DaemonClientOptions = TransportOptions;

/**
 * Makes a client for a daemon's unrestricted listener. No connection is made
 * before the first call.
 *
 * @throws TypeError when an option makes no sense, naming it.
 */
export function createDaemonClient(options: DaemonClientOptions): DaemonClient {
  return daemonClientOver(createUndiciTransport(options));
}

/**
 * Makes a client for a daemon's restricted listener (18089 by convention):
 * calls that it denies are not there.
 *
 * @throws TypeError when an option makes no sense, naming it.
 */
export function createRestrictedDaemonClient(
  options: DaemonClientOptions,
): RestrictedDaemonClient {
  return restrictedDaemonClientOver(createUndiciTransport(options));
}
