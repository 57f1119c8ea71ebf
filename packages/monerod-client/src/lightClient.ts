import { DaemonClient, daemonClientOver } from './daemonMethods';
import { nodeExchange } from './nodeExchange';
import { checkOptions } from './options';
import { createTransport, TransportOptions } from './transport';

/** Settings of a light client. */
export interface LightDaemonClientOptions
  extends Omit<TransportOptions, 'dispatcher' | 'proxy' | 'fingerprints'> {
  /** How many calls run at once, each over a connection of its own; default 3. With credentials it is 1. */
  connections?: number;
}

const DEFAULT_CONNECTIONS = 3;

/**
 * The same client as `createDaemonClient` over `node:http`: for programs
 * beside a daemon whose memory counts. A bundler leaves undici out of them.
 *
 * @throws TypeError when an option makes no sense, naming it.
 */
export function createLightDaemonClient(
  options: LightDaemonClientOptions,
): DaemonClient {
  const checked = checkOptions(options);
  const connections = checked.credentials
    ? 1
    : options.connections ?? DEFAULT_CONNECTIONS;
  return daemonClientOver(
    createTransport(checked, nodeExchange({ ...checked, connections })),
  );
}
