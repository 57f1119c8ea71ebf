import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  RequestListener,
  Server,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** An HTTP server in the place of a daemon. */
export interface FakeDaemon {
  url: string;
  server: Server;
  /** Requests so far, with their bodies. */
  requests: { path?: string; body: string; authorization?: string }[];
  /** Connections so far. */
  connections(): number;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Starts a server on loopback that answers every request by the handler. */
export async function fakeDaemon(
  handler: RequestListener,
): Promise<FakeDaemon> {
  let connections = 0;
  const requests: FakeDaemon['requests'] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { url: path, headers } = request;
    requests.push({ path, body, authorization: headers.authorization });
    handler(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    requests,
    connections: () => connections,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A JSON-RPC answer. */
export const rpcResult = (result: object): string =>
  JSON.stringify({ id: '0', jsonrpc: '2.0', result });
