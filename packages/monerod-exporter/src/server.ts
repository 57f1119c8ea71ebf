import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';

/** What one path answers. */
export interface Reply {
  status: number;
  contentType: string;
  body: string;
}

/** Answers one path. */
export type Route = (request: IncomingMessage) => Promise<Reply>;

const METHODS = new Set(['GET', 'HEAD']);

/** Plain text in UTF-8, ending with a line break. */
export const text = (status: number, line: string): Reply => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${line}\n`,
});

/** @param last - no request follows: the server stops */
function send(
  response: ServerResponse,
  reply: Reply,
  { head, last }: { head: boolean; last: boolean },
): void {
  response.writeHead(reply.status, {
    'content-type': reply.contentType,
    'content-length': Buffer.byteLength(reply.body),
    'cache-control': 'no-store',
    ...(reply.status === 405 ? { allow: 'GET, HEAD' } : {}),
    ...(last ? { connection: 'close' } : {}),
  });
  response.end(head ? undefined : reply.body);
}

async function answer(
  request: IncomingMessage,
  routes: ReadonlyMap<string, Route>,
): Promise<Reply> {
  const route = routes.get((request.url ?? '').split('?', 1)[0]);
  if (!route) {
    return text(404, `not found; there are ${[...routes.keys()].join(', ')}`);
  }
  if (!METHODS.has(request.method ?? '')) {
    return text(405, 'only GET and HEAD');
  }
  return route(request);
}

/**
 * An HTTP server with bounds on headers, time and connections, so that no
 * client can hold it up. Not listening yet.
 */
export function createHttpServer(
  routes: ReadonlyMap<string, Route>,
  onError: (error: unknown) => void,
): Server {
  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 30_000,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => {
      request.resume();
      answer(request, routes)
        .catch(error => {
          onError(error);
          return text(500, 'internal error; see the log');
        })
        .then(reply =>
          send(response, reply, {
            head: request.method === 'HEAD',
            last: !server.listening,
          }),
        )
        .catch(onError);
    },
  );
  server.maxConnections = 256;
  return server;
}
