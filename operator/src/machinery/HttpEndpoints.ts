import { createServer, Server } from 'node:http';

/** What a path answers. */
export interface Endpoint {
  status: number;
  text: string;
  contentType?: string;
}

/** Paths and what they answer. */
export type Endpoints = Record<string, () => Endpoint | Promise<Endpoint>>;

/**
 * Serves GET endpoints on `host:port` (`:8081` means every address).
 * @throws Error when the address is malformed or taken
 */
export async function serveEndpoints(
  address: string,
  endpoints: Endpoints,
): Promise<Server> {
  const { host, port } = parseAddress(address);
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const endpoint = Object.hasOwn(endpoints, path)
      ? endpoints[path]
      : undefined;
    const answer = endpoint
      ? Promise.resolve().then(endpoint)
      : Promise.resolve({ status: 404, text: 'not found' });
    answer
      .catch(error => ({ status: 500, text: String(error) }))
      .then(({ status, text, contentType = 'text/plain' }: Endpoint) => {
        response.writeHead(status, { 'content-type': contentType });
        response.end(text);
      });
    request.resume();
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return server;
}

function parseAddress(address: string): { host?: string; port: number } {
  const match = /^(?:\[?([^\]]*)\]?)?:(\d{1,5})$/.exec(address);
  if (!match || Number(match[2]) > 65_535) {
    throw new Error(
      `"${address}" is no address: write host:port, or :port for every address`,
    );
  }
  return { host: match[1] || undefined, port: Number(match[2]) };
}
