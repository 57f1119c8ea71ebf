import { isKubeError, KubeError } from './KubeError';
import { asList, isObject, noJson } from './decode';
import { readLines } from './http/bodies';
import { sleep } from './http/sleep';
import { Transport } from './http/Transport';
import { resourcePath, withQuery } from './paths';
import { errorOfResponse } from './statusError';
import {
  ApplyOptions,
  CallOptions,
  DeleteOptions,
  KubeClient,
  KubeClientOptions,
  KubeList,
  KubeObject,
  KubeTarget,
  ListScope,
  PatchOptions,
  RawOptions,
  RawResponse,
  ResourceRef,
  WatchHandler,
  WatchOptions,
  WatchTiming,
} from './types';
import { Follower } from './watch/follow';
import { dropManagedFields, parseEvent, WatchEvent } from './watch/parseEvent';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
/** etcd stores at most 1.5 MiB in an object; JSON can be several times that. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
const PAGE_SIZE = 500;
/** Times that a request which the server postponed (Retry-After) is repeated. */
const MAX_POSTPONED = 3;

const WATCH_TIMING: WatchTiming = {
  backoffMinMs: 250,
  backoffMaxMs: 15_000,
  idleMs: 100_000, // bookmarks come once a minute
  lifetimeMs: 300_000,
};

const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

async function refusal(
  stream: Awaited<ReturnType<Transport['stream']>>,
  what: string,
): Promise<KubeError> {
  let text = '';
  for await (const chunk of stream.body) {
    text += String(chunk).slice(0, 10_000);
    if (text.length > 10_000) break;
  }
  const { status, headers } = stream;
  return errorOfResponse({ status, headers, text }, what);
}

class DefaultKubeClient implements KubeClient {
  private readonly transport: Transport;
  private readonly timeoutMs: number;
  private readonly timing: WatchTiming;
  private readonly life = new AbortController();
  private readonly watches = new Set<Promise<void>>();

  constructor(target: KubeTarget, options: KubeClientOptions) {
    this.timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.timing = { ...WATCH_TIMING, ...options.watch };
    this.transport = new Transport(target, {
      userAgent: options.userAgent ?? 'monero-portal',
      onRequest: options.onRequest,
      guard: options.guard,
    });
  }

  async get<T extends KubeObject>(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    options: CallOptions = {},
  ): Promise<T> {
    const path = resourcePath(resource, namespace, name);
    return this.object<T>('GET', path, options);
  }

  async list<T extends KubeObject>(
    resource: ResourceRef,
    scope: ListScope = {},
    options: CallOptions = {},
  ): Promise<KubeList<T>> {
    try {
      return await this.pages<T>(resource, scope, options);
    } catch (error) {
      // Pages come from one old state, which the server may have forgotten.
      if (!isKubeError(error, 'Expired')) throw error;
      return this.pages<T>(resource, { ...scope, limit: 0 }, options);
    }
  }

  async apply<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
    options: ApplyOptions,
  ): Promise<T> {
    const { namespace, name } = object.metadata;
    return this.object<T>(
      'PATCH',
      resourcePath(resource, namespace, name, options.subresource),
      {
        ...options,
        body: object,
        headers: { 'content-type': PATCH_TYPES.apply },
        query: {
          fieldManager: options.fieldManager,
          force: options.force ?? true,
          dryRun: options.dryRun ? 'All' : undefined,
        },
      },
    );
  }

  async create<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
    options: CallOptions = {},
  ): Promise<T> {
    const path = resourcePath(resource, object.metadata.namespace);
    return this.object<T>('POST', path, { ...options, body: object });
  }

  async replace<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
    options: CallOptions = {},
  ): Promise<T> {
    const { namespace, name } = object.metadata;
    const path = resourcePath(resource, namespace, name);
    return this.object<T>('PUT', path, { ...options, body: object });
  }

  async delete(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): Promise<void> {
    const { preconditions, propagationPolicy, gracePeriodSeconds } = options;
    await this.checked('DELETE', resourcePath(resource, namespace, name), {
      ...options,
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions,
        propagationPolicy,
        gracePeriodSeconds,
      },
    });
  }

  async patch<T extends KubeObject>(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    body: unknown,
    options: PatchOptions,
  ): Promise<T> {
    const path = resourcePath(resource, namespace, name, options.subresource);
    return this.object<T>('PATCH', path, {
      ...options,
      body,
      headers: { 'content-type': PATCH_TYPES[options.type] },
      query: { fieldManager: options.fieldManager },
    });
  }

  watch<T extends KubeObject>(
    resource: ResourceRef,
    scope: ListScope,
    handler: WatchHandler<T>,
    options: WatchOptions,
  ): void {
    const signal = AbortSignal.any([options.signal, this.life.signal]);
    const source = {
      list: (stop: AbortSignal) =>
        this.list<T>(resource, scope, { signal: stop }),
      open: (version: string, stop: AbortSignal, onOpen: () => void) =>
        this.events<T>(resource, scope, version, { signal: stop, onOpen }),
    };
    const run = new Follower(source, handler, signal, this.timing).run();
    this.watches.add(run);
    void run.finally(() => this.watches.delete(run));
  }

  async raw(
    method: string,
    path: string,
    options: RawOptions = {},
  ): Promise<RawResponse> {
    const { body } = options;
    return this.transport.request({
      method,
      path: withQuery(path, options.query),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body:
        body === undefined || typeof body === 'string'
          ? body
          : JSON.stringify(body),
      signal: options.signal,
      timeoutMs: options.timeoutMs ?? this.timeoutMs,
      maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    });
  }

  async podProxy(
    namespace: string,
    pod: string,
    port: number,
    path: string,
    options: CallOptions = {},
  ): Promise<{ status: number; text: string }> {
    const base = resourcePath(
      { group: '', version: 'v1', plural: 'pods' },
      namespace,
      `${pod}:${port}`,
      'proxy',
    );
    const { status, text } = await this.raw(
      'GET',
      `${base}/${path.replace(/^\//, '')}`,
      { ...options, headers: { accept: '*/*' } },
    );
    return { status, text };
  }

  async close(): Promise<void> {
    this.life.abort();
    this.transport.close();
    await Promise.all(this.watches);
  }

  private async pages<T extends KubeObject>(
    resource: ResourceRef,
    scope: ListScope,
    options: CallOptions,
  ): Promise<KubeList<T>> {
    const path = resourcePath(resource, scope.namespace);
    const items: T[] = [];
    let next: string | undefined;
    do {
      const page = await this.json('GET', path, {
        ...options,
        query: {
          labelSelector: scope.labelSelector,
          fieldSelector: scope.fieldSelector,
          limit: (scope.limit ?? PAGE_SIZE) || undefined,
          continue: next,
        },
      });
      const list = asList<T>(page, `GET ${this.transport.host}${path}`);
      items.push(...list.items);
      next = list.next;
      if (!next) return { items, resourceVersion: list.resourceVersion };
    } while (!options.signal?.aborted);
    throw new KubeError({
      code: 'Aborted',
      message: `GET ${path}: given up by the caller between pages`,
    });
  }

  private async *events<T extends KubeObject>(
    resource: ResourceRef,
    scope: ListScope,
    resourceVersion: string,
    options: { signal: AbortSignal; onOpen: () => void },
  ): AsyncGenerator<WatchEvent<T>> {
    const { idleMs, lifetimeMs } = this.timing;
    const path = withQuery(resourcePath(resource, scope.namespace), {
      watch: true,
      allowWatchBookmarks: true,
      resourceVersion,
      labelSelector: scope.labelSelector,
      fieldSelector: scope.fieldSelector,
      // Spread, so that the watches of a fleet do not all end at once.
      timeoutSeconds: Math.ceil((lifetimeMs * (1 + Math.random())) / 1000),
    });
    const what = `watch ${this.transport.host}${path}`;
    const stream = await this.transport.stream({
      method: 'GET',
      path,
      signal: options.signal,
      timeoutMs: Math.min(this.timeoutMs, idleMs),
      maxBytes: MAX_LINE_BYTES,
    });
    try {
      if (stream.status !== 200) {
        throw await refusal(stream, what);
      }
      stream.deadline.restart(idleMs);
      options.onOpen();
      for await (const line of readLines(stream.body, MAX_LINE_BYTES, what)) {
        stream.deadline.restart(idleMs);
        yield parseEvent<T>(line, what);
      }
    } catch (error) {
      throw this.transport.explain(stream.deadline.explain(error), what);
    } finally {
      stream.close();
    }
  }

  private async object<T extends KubeObject>(
    method: string,
    path: string,
    options: RawOptions,
  ): Promise<T> {
    const object = await this.json(method, path, options);
    if (!isObject(object)) {
      throw noJson(`${method} ${this.transport.host}${path}`);
    }
    dropManagedFields(object);
    return object as T;
  }

  private async json(
    method: string,
    path: string,
    options: RawOptions,
  ): Promise<unknown> {
    const response = await this.checked(method, path, options);
    try {
      return JSON.parse(response.text);
    } catch {
      throw noJson(`${method} ${this.transport.host}${path}`);
    }
  }

  /** A request whose failure status throws, repeated while the server asks to come back later. */
  private async checked(
    method: string,
    path: string,
    options: RawOptions,
  ): Promise<RawResponse> {
    const timeoutMs = options.timeoutMs ?? this.timeoutMs;
    const endAt = Date.now() + timeoutMs;
    for (let attempt = 0; ; attempt += 1) {
      const response = await this.raw(method, path, {
        ...options,
        timeoutMs: Math.max(1, endAt - Date.now()),
      });
      if (response.status < 400) return response;
      const what = `${method} ${this.transport.host}${path}`;
      const error = errorOfResponse(response, what);
      const waitMs = error.retryAfterMs;
      if (
        waitMs === undefined ||
        attempt >= MAX_POSTPONED ||
        Date.now() + waitMs >= endAt
      ) {
        throw error;
      }
      await sleep(waitMs, options.signal);
    }
  }
}

/** A client of one API server; all its calls share kept-alive connections. */
export function createKubeClient(
  target: KubeTarget,
  options: KubeClientOptions = {},
): KubeClient {
  return new DefaultKubeClient(target, options);
}
