import { ResponseError } from '@backstage/errors';
import type { ZodType, ZodTypeDef } from 'zod';
import type { NodeSetRef } from '../annotations';
import {
  clusterListSchema,
  fleetHistorySchema,
  gitManifestSchema,
  historySchema,
  miningSetHealthSchema,
  miningSetListSchema,
  networkHealthSchema,
  networkListSchema,
  nodeSetHealthSchema,
  nodeSetListSchema,
  nodeSetRefSchema,
  objectRefSchema,
  proposalListSchema,
  proposalSchema,
  snapshotSchema,
  type HistoryQuery,
  type ObjectRef,
  type ProposalFilter,
  type ProposeInput,
  type SnapshotQuery,
} from '../schemas';
import type { MoneroApi, MoneroRequestOptions } from './MoneroApi';
import { MoneroClientError } from './MoneroClientError';

/** What the client needs of the app or of the backend that uses it. */
export interface MoneroClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: {
    fetch(url: string, init?: RequestInit): Promise<Response>;
  };
}

interface Call<T> {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  schema: ZodType<T, ZodTypeDef, unknown>;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** {@link MoneroApi} over HTTP; works in the browser and in a backend. */
export class MoneroClient implements MoneroApi {
  readonly #discoveryApi: MoneroClientOptions['discoveryApi'];
  readonly #fetchApi: MoneroClientOptions['fetchApi'];

  constructor(options: MoneroClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  getClusters(options?: MoneroRequestOptions) {
    return this.#call(
      { method: 'GET', path: '/clusters', schema: clusterListSchema },
      options,
    );
  }

  getNodeSets(options?: MoneroRequestOptions) {
    return this.#call(
      { method: 'GET', path: '/node-sets', schema: nodeSetListSchema },
      options,
    );
  }

  async getNodeSet(ref: NodeSetRef, options?: MoneroRequestOptions) {
    return this.#call(
      { method: 'GET', path: pathOf(ref), schema: nodeSetHealthSchema },
      options,
    );
  }

  getNetworks(options?: MoneroRequestOptions) {
    return this.#call(
      { method: 'GET', path: '/networks', schema: networkListSchema },
      options,
    );
  }

  async getNetwork(ref: NodeSetRef, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'GET',
        path: pathOf(ref, '/networks'),
        schema: networkHealthSchema,
      },
      options,
    );
  }

  getMiningSets(options?: MoneroRequestOptions) {
    return this.#call(
      { method: 'GET', path: '/mining-sets', schema: miningSetListSchema },
      options,
    );
  }

  async getMiningSet(ref: NodeSetRef, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'GET',
        path: pathOf(ref, '/mining-sets'),
        schema: miningSetHealthSchema,
      },
      options,
    );
  }

  getSnapshot(query: SnapshotQuery = {}, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'GET',
        path: `/snapshot${queryOf(query)}`,
        schema: snapshotSchema,
      },
      options,
    );
  }

  getFleetHistory(options?: MoneroRequestOptions) {
    return this.#call(
      { method: 'GET', path: '/history', schema: fleetHistorySchema },
      options,
    );
  }

  async getHistory(
    ref: ObjectRef,
    query: HistoryQuery = {},
    options?: MoneroRequestOptions,
  ) {
    return this.#call(
      {
        method: 'GET',
        path: `${objectRoute('/history', ref)}${queryOf(query)}`,
        schema: historySchema,
      },
      options,
    );
  }

  async getManifest(ref: ObjectRef, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'GET',
        path: objectRoute('/manifests', ref),
        schema: gitManifestSchema,
      },
      options,
    );
  }

  getOpenProposals(ref: ObjectRef, options?: MoneroRequestOptions) {
    const { kind, cluster, namespace, name } = ref;
    return this.getProposals(
      { kind, cluster, namespace, name, state: 'open' },
      options,
    );
  }

  propose(input: ProposeInput, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'POST',
        path: '/proposals',
        body: input,
        schema: proposalSchema,
      },
      options,
    );
  }

  getProposals(filter: ProposalFilter = {}, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'GET',
        path: `/proposals${queryOf(filter)}`,
        schema: proposalListSchema,
      },
      options,
    );
  }

  getProposal(id: number, options?: MoneroRequestOptions) {
    return this.#call(
      { method: 'GET', path: `/proposals/${id}`, schema: proposalSchema },
      options,
    );
  }

  mergeProposal(id: number, head: string, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'POST',
        path: `/proposals/${id}/merge`,
        body: { head },
        schema: proposalSchema,
      },
      options,
    );
  }

  closeProposal(id: number, options?: MoneroRequestOptions) {
    return this.#call(
      {
        method: 'POST',
        path: `/proposals/${id}/close`,
        schema: proposalSchema,
      },
      options,
    );
  }

  async #call<T>(
    call: Call<T>,
    options: MoneroRequestOptions = {},
  ): Promise<T> {
    const url = `${await this.#discoveryApi.getBaseUrl('monero')}${call.path}`;
    const body = await this.#fetchJson(url, call, options);
    const parsed = call.schema.safeParse(body);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new MoneroClientError(
        'BadAnswer',
        `The answer of ${url} is not understood: ${issue.path.join('.')}: ${
          issue.message
        }. Do the portal's pages and its backend have the same version?`,
        { cause: parsed.error },
      );
    }
    return parsed.data;
  }

  async #fetchJson(
    url: string,
    call: Call<unknown>,
    options: MoneroRequestOptions,
  ): Promise<unknown> {
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const controller = new AbortController();
    const abort = () => controller.abort(options.signal?.reason);
    if (options.signal?.aborted) {
      abort();
    }
    options.signal?.addEventListener('abort', abort, { once: true });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      controller.abort();
    }, timeoutMs);
    try {
      const response = await this.#fetchApi.fetch(url, {
        method: call.method,
        headers: headersOf(call, options),
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        signal: controller.signal,
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return parseJson(await response.text(), url);
    } catch (error) {
      throw toClientError(error, url, late ? timeoutMs : undefined, options);
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
    }
  }
}

function queryOf(values: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  ).toString();
  return query && `?${query}`;
}

function pathOf(ref: NodeSetRef, collection = '/node-sets'): string {
  const { cluster, namespace, name } = checked(nodeSetRefSchema, ref);
  return joined(collection, [cluster, namespace, name]);
}

function objectRoute(collection: string, ref: ObjectRef): string {
  const { kind, cluster, namespace, name } = checked(objectRefSchema, ref);
  return joined(collection, [kind, cluster, namespace, name]);
}

/** Annotations come from anywhere: ".." would lead to another path. */
function checked<T>(schema: ZodType<T, ZodTypeDef, unknown>, ref: unknown): T {
  const parsed = schema.safeParse(ref);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new MoneroClientError('BadRequest', `${path}: ${message}`);
  }
  return parsed.data;
}

function joined(route: string, parts: readonly string[]): string {
  return [route, ...parts.map(encodeURIComponent)].join('/');
}

function headersOf(call: Call<unknown>, options: MoneroRequestOptions) {
  return {
    ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
    ...(options.token && { Authorization: `Bearer ${options.token}` }),
  };
}

function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MoneroClientError('BadAnswer', `${url} answered no JSON.`, {
      cause,
    });
  }
}

function toClientError(
  error: unknown,
  url: string,
  timedOutAfterMs: number | undefined,
  options: MoneroRequestOptions,
): unknown {
  if (timedOutAfterMs !== undefined) {
    return new MoneroClientError(
      'Timeout',
      `${url} did not answer within ${timedOutAfterMs / 1000} s.`,
      { cause: error },
    );
  }
  if (
    error instanceof ResponseError ||
    error instanceof MoneroClientError ||
    options.signal?.aborted
  ) {
    return error;
  }
  return new MoneroClientError('Unreachable', `${url} cannot be reached.`, {
    cause: error,
  });
}
