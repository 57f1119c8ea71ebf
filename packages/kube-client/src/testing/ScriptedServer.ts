import * as http from 'node:http';
import * as https from 'node:https';
import { AddressInfo, Socket } from 'node:net';

/** A request as the server saw it. */
export interface SeenRequest {
  method: string;
  url: URL;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** Answers one request; whatever it does to the response is what happens. */
export type Answer = (
  request: SeenRequest,
  response: http.ServerResponse,
) => void;

/** A real HTTP(S) server on loopback that answers by a script, for tests. */
export class ScriptedServer {
  readonly seen: SeenRequest[] = [];
  /** Connections accepted so far. */
  connections = 0;
  private readonly script: Answer[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly server: http.Server) {
    server.on('connection', socket => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const seen = {
          method: request.method ?? '',
          url: new URL(request.url ?? '', 'http://test'),
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        };
        this.seen.push(seen);
        for (const wake of this.waiting) wake();
        const next = this.script.shift();
        if (next) next(seen, response);
        else
          json(500, { message: `nothing scripted for ${seen.url}` })(
            seen,
            response,
          );
      });
    });
  }

  static async start(tls?: { cert: string; key: string }) {
    const server = tls ? https.createServer(tls) : http.createServer();
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return new ScriptedServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Answers to come, in order. */
  answer(...answers: Answer[]): void {
    this.script.push(...answers);
  }

  /** Resolves when so many requests were seen. */
  async requests(count: number): Promise<void> {
    while (this.seen.length < count) {
      await new Promise<void>(resolve => {
        const wake = () => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }

  cutConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.cutConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}

/** Answers with a status and JSON. */
export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Answer {
  return (_, response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

/** A Status object as the API server sends it. */
export function failure(code: number, reason: string, message: string) {
  return { kind: 'Status', apiVersion: 'v1', code, reason, message };
}

/** A list of pods with these names. */
export function podList(
  resourceVersion: string,
  names: string[],
  next?: string,
) {
  return {
    kind: 'PodList',
    apiVersion: 'v1',
    metadata: { resourceVersion, continue: next },
    items: names.map(name => ({
      metadata: {
        name,
        namespace: 'monero',
        resourceVersion,
        managedFields: [{ manager: 'kubelet' }],
      },
    })),
  };
}

/** One line of a watch about a pod. */
export function podEvent(type: string, name: string, resourceVersion: string) {
  const object = {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: {
      name,
      namespace: 'monero',
      resourceVersion,
      managedFields: [],
    },
  };
  return `${JSON.stringify({ type, object })}\n`;
}

/** Answers a watch with these chunks; then ends, is cut, or stays open. */
export function stream(
  chunks: string[],
  ending: 'end' | 'cut' | 'open' = 'open',
): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    for (const chunk of chunks) response.write(chunk);
    if (ending === 'end') response.end();
    if (ending === 'cut') setImmediate(() => response.destroy());
  };
}
