import { once } from 'node:events';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { within } from './patience';

/** Requests under way get this long to finish when the exporter stops. */
const GRACE_MS = 3_000;

/** Starts listening. @returns the address, with the port that it got */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const shown =
    address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${shown}:${address.port}`;
}

/** Stops listening, lets requests under way finish, then cuts what is left. */
export async function shutDown(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  if ((await within(GRACE_MS, closed)) === undefined) {
    server.closeAllConnections();
    await closed;
  }
}
