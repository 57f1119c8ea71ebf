import * as http from 'node:http';
import * as https from 'node:https';
import { KubeError } from '../KubeError';
import { KubeTarget, RawResponse, RequestRecord } from '../types';
import { readText } from './bodies';
import { Deadline } from './Deadline';

/** One request, complete. */
export interface TransportRequest {
  method: string;
  /** Path with query. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
  timeoutMs: number;
  maxBytes: number;
}

/** An open answer whose body comes bit by bit. */
export interface TransportStream {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: http.IncomingMessage;
  /** Ends with the body or the caller's signal; restart it on signs of life. */
  deadline: Deadline;
  /** Frees the connection. */
  close(): void;
}

/** Settings of a transport. */
export interface TransportOptions {
  userAgent: string;
  onRequest?: (request: RequestRecord) => void;
  guard?: (request: Pick<RequestRecord, 'method' | 'path'>) => void;
}

/** Idle connections kept open, for whoever asks next. */
const MAX_IDLE_CONNECTIONS = 16;

class StaleConnection extends Error {}

function parseServer(server: string): URL {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new KubeError({
      code: 'Config',
      message: `server "${server}" is not a URL such as https://10.0.0.1:6443`,
    });
  }
  return url;
}

function createAgent(base: URL, target: KubeTarget): http.Agent {
  const common = { keepAlive: true, maxFreeSockets: MAX_IDLE_CONNECTIONS };
  if (base.protocol === 'http:') return new http.Agent(common);
  return new https.Agent({
    ...common,
    ca: target.caData,
    cert: target.clientCert?.cert,
    key: target.clientCert?.key,
    rejectUnauthorized: !target.skipTLSVerify,
  });
}

/**
 * HTTP to one API server over shared, kept-alive connections. Knows nothing
 * about Kubernetes but bearer tokens.
 */
export class Transport {
  private readonly base: URL;
  private readonly agent: http.Agent;
  private readonly target: KubeTarget;
  private readonly options: TransportOptions;
  private readonly pending = new Set<http.ClientRequest>();
  private closed = false;

  constructor(target: KubeTarget, options: TransportOptions) {
    this.base = parseServer(target.server);
    this.target = target;
    this.options = options;
    this.agent = createAgent(this.base, target);
  }

  /** Host and port, for messages and metrics. */
  get host(): string {
    return this.base.host;
  }

  /**
   * Sends a request and reads the whole answer, whatever its status.
   * @throws KubeError Timeout, Aborted, TooLarge or Unreachable
   */
  async request(request: TransportRequest): Promise<RawResponse> {
    const what = `${request.method} ${this.host}${request.path}`;
    const deadline = new Deadline(what, request.timeoutMs, request.signal);
    let response: http.IncomingMessage | undefined;
    try {
      response = await this.send(request, deadline.signal);
      const text = await readText(response, request.maxBytes, what);
      this.record(request, response.statusCode ?? 0);
      return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        text,
      };
    } catch (error) {
      response?.destroy();
      this.record(request, 0);
      throw this.explain(deadline.explain(error), what);
    } finally {
      deadline.done();
    }
  }

  /**
   * Sends a request and returns once the headers of the answer are there.
   * `timeoutMs` bounds the wait for them; afterwards the deadline is the
   * caller's to restart.
   * @throws KubeError Timeout, Aborted or Unreachable
   */
  async stream(request: TransportRequest): Promise<TransportStream> {
    const what = `${request.method} ${this.host}${request.path}`;
    const deadline = new Deadline(what, request.timeoutMs, request.signal);
    try {
      const body = await this.send(request, deadline.signal);
      this.record(request, body.statusCode ?? 0);
      return {
        status: body.statusCode ?? 0,
        headers: body.headers,
        body,
        deadline,
        close: () => {
          deadline.done();
          body.destroy();
        },
      };
    } catch (error) {
      deadline.done();
      this.record(request, 0);
      throw this.explain(deadline.explain(error), what);
    }
  }

  /** Any error as a KubeError. */
  explain(error: unknown, what: string): KubeError {
    if (error instanceof KubeError) return error;
    const text = error instanceof Error ? error.message : String(error);
    return new KubeError({
      code: 'Unreachable',
      message: `${what}: ${text || 'the connection was lost'}`,
      cause: error,
    });
  }

  /** Ends every open request and connection. */
  close(): void {
    this.closed = true;
    for (const request of this.pending) request.destroy();
    this.agent.destroy();
  }

  private async send(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<http.IncomingMessage> {
    const headers = await this.headers(request);
    try {
      return await this.exchange(request, headers, signal);
    } catch (error) {
      // The server may close an idle connection just as it is used again.
      if (!(error instanceof StaleConnection)) throw error;
      return this.exchange(request, headers, signal);
    }
  }

  private exchange(
    request: TransportRequest,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new Error('the client is closed');
      if (signal.aborted) throw signal.reason;
      this.options.guard?.(request);
      const { request: open } = this.base.protocol === 'https:' ? https : http;
      const outgoing = open(new URL(request.path, this.base), {
        method: request.method,
        headers,
        agent: this.agent,
        signal,
      });
      this.pending.add(outgoing);
      outgoing.once('close', () => this.pending.delete(outgoing));
      outgoing.once('response', resolve);
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        const stale = outgoing.reusedSocket && error.code === 'ECONNRESET';
        const repeatable = request.method !== 'POST' && !signal.aborted;
        reject(stale && repeatable ? new StaleConnection() : error);
      });
      outgoing.end(request.body);
    });
  }

  private async headers(
    request: TransportRequest,
  ): Promise<Record<string, string>> {
    const { token } = this.target;
    const bearer = typeof token === 'function' ? await token() : token;
    return {
      accept: 'application/json',
      'user-agent': this.options.userAgent,
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(request.body === undefined
        ? {}
        : { 'content-length': String(Buffer.byteLength(request.body)) }),
      ...request.headers,
    };
  }

  private record(request: TransportRequest, status: number): void {
    this.options.onRequest?.({
      method: request.method,
      path: request.path,
      host: this.host,
      status,
    });
  }
}
