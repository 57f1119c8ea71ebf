import * as http from 'node:http';
import * as https from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { KubeTarget } from '@monero-portal/kube-client';
import { forwardWatch, History } from './forwardWatch';
import { calm, RequestFault, Weather } from './weather';

/** A request as the proxy saw it. */
export interface Seen {
  /** Milliseconds since the epoch at which it was passed on, or refused. */
  at: number;
  method: string;
  path: string;
  resource: string;
  isWatch: boolean;
  /** Of the API server or of the fault; 0 when no answer came. */
  status: number;
  fault?: string;
}

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Whether it changes something that is no lease. */
export const isWrite = ({ method, resource }: Seen) =>
  WRITES.has(method) && resource !== 'leases';

/**
 * Stands between an operator and the API server: notes every request, and does
 * to it what the weather says. Leases are left alone unless it is cut off.
 */
export class FaultProxy {
  readonly seen: Seen[] = [];
  /** Watches open at this moment. */
  readonly watches = new Set<http.ServerResponse>();
  weather: Weather = calm;
  /** Faults of events of watches, by kind. */
  readonly eventFaults = new Map<string, number>();
  /** Asked about every request that is to be passed on; it waits for the answer. */
  gate?: (seen: Seen) => Promise<void> | undefined;
  private isCutOff = false;
  private readonly sockets = new Set<Socket>();
  private readonly history: History = new Map();
  private readonly agent: https.Agent;

  private constructor(
    private readonly server: http.Server,
    private readonly target: KubeTarget,
  ) {
    this.agent = new https.Agent({
      keepAlive: true,
      ca: target.caData,
      cert: target.clientCert?.cert,
      key: target.clientCert?.key,
    });
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      response.on('error', () => {});
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  static async start(target: KubeTarget): Promise<FaultProxy> {
    const server = http.createServer();
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return new FaultProxy(server, target);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Connections open at this moment. */
  get connections(): number {
    return this.sockets.size;
  }

  /** What was seen and satisfies, since a moment. */
  since(at: number, satisfies: (seen: Seen) => boolean = () => true): Seen[] {
    return this.seen.filter(seen => seen.at >= at && satisfies(seen));
  }

  /** From now on no byte passes, and nothing says so; open connections stay. */
  cutOff(): void {
    this.isCutOff = true;
  }

  /** Bytes pass again; what hung meanwhile is closed. */
  reconnect(): void {
    this.isCutOff = false;
    for (const socket of this.sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.agent.destroy();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async handle(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const body = await read(request);
    const seen = describe(request);
    this.seen.push(seen);
    if (this.isCutOff) return; // hangs
    await this.gate?.(seen);
    if (this.isCutOff) return;
    const fault =
      seen.resource === 'leases'
        ? undefined
        : this.weather.request({
            method: seen.method,
            isWatch: seen.isWatch,
            isList: seen.method === 'GET' && !seen.isWatch,
          });
    seen.at = Date.now();
    seen.fault = fault?.kind;
    if (fault && !(await this.inflict(fault, request, body, response, seen))) {
      return;
    }
    const answer = await this.ask(request, body);
    seen.status = answer.statusCode ?? 0;
    if (seen.isWatch && answer.statusCode === 200) {
      this.watches.add(response);
      response.on('close', () => {
        this.watches.delete(response);
        answer.destroy();
      });
      await forwardWatch(answer, response, {
        weather: () => this.weather,
        isCutOff: () => this.isCutOff,
        history: this.history,
        onFault: kind =>
          this.eventFaults.set(kind, (this.eventFaults.get(kind) ?? 0) + 1),
        version:
          new URL(seen.path, 'http://proxy').searchParams.get(
            'resourceVersion',
          ) ?? '',
        resource: seen.resource,
      });
      return;
    }
    const text = await read(answer);
    if (this.isCutOff) return;
    response.writeHead(seen.status, headersOf(answer));
    response.end(text);
  }

  /** @returns whether the request goes on its way */
  private async inflict(
    fault: RequestFault,
    request: http.IncomingMessage,
    body: Buffer,
    response: http.ServerResponse,
    seen: Seen,
  ): Promise<boolean> {
    switch (fault.kind) {
      case 'status':
        seen.status = fault.code;
        refuse(response, fault);
        return false;
      case 'cut':
      case 'silence':
        if (fault.heard && !seen.isWatch) {
          await read(await this.ask(request, body));
        }
        if (fault.kind === 'cut') response.destroy();
        return false;
      case 'slow':
        await sleep(fault.ms);
        return true;
      case 'twice':
        await read(await this.ask(request, body));
        return true;
      default:
        throw new Error(`no such fault: ${fault satisfies never}`);
    }
  }

  private ask(
    request: http.IncomingMessage,
    body: Buffer,
  ): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { host: _, connection: __, ...headers } = request.headers;
      const outgoing = https.request(
        new URL(request.url ?? '/', this.target.server),
        { method: request.method, headers, agent: this.agent },
      );
      outgoing.once('response', resolve);
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }
}

function describe(request: http.IncomingMessage): Seen {
  const url = new URL(request.url ?? '/', 'http://proxy');
  const match =
    /^\/(?:api\/v1|apis\/[^/]+\/[^/]+)(?:\/namespaces\/[^/]+(?=\/))?\/([^/]+)/.exec(
      url.pathname,
    );
  return {
    at: Date.now(),
    method: request.method ?? '',
    path: request.url ?? '/',
    resource: match?.[1] ?? url.pathname,
    isWatch: url.searchParams.get('watch') === 'true',
    status: 0,
  };
}

function refuse(
  response: http.ServerResponse,
  { code, reason, retryAfter }: Extract<RequestFault, { kind: 'status' }>,
): void {
  response.writeHead(code, {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  const status = { kind: 'Status', apiVersion: 'v1', code, reason };
  response.end(JSON.stringify({ ...status, message: 'a storm' }));
}

function headersOf({ headers }: http.IncomingMessage) {
  const kept = ['content-type', 'retry-after'] as const;
  return Object.fromEntries(
    kept.flatMap(name => (headers[name] ? [[name, headers[name]]] : [])),
  );
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
