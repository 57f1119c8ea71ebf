import { connect } from 'node:net';
import type { KeyPair } from '../pki/certificates';
import { sendHttp } from './http';

const TIMEOUT_MS = 10_000;
const FIELD_MANAGER = 'dev-cluster';

/** An object as it is applied. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: object };
  [field: string]: unknown;
}

/** The few calls that starting a cluster needs, before any real client can. */
export interface ApiClient {
  /** @throws when the status is not 200. */
  get(path: string, signal?: AbortSignal): Promise<string>;
  /** Server-side apply. @param collection e.g. `/api/v1/namespaces/x/services` */
  apply(collection: string, manifest: Manifest): Promise<void>;
}

/** Talks to the API server as the administrator whose key pair is given. */
export function createApiClient(options: {
  port: number;
  ca: string;
  credentials: KeyPair;
  signal: AbortSignal;
}): ApiClient {
  const { port, ca, credentials } = options;
  async function call(
    method: string,
    path: string,
    body?: string,
    signal: AbortSignal = options.signal,
  ) {
    const answer = await sendHttp({
      method,
      path,
      body,
      headers: body ? { 'content-type': 'application/apply-patch+yaml' } : {},
      dial: () => connect({ host: '127.0.0.1', port }),
      tls: { servername: 'localhost', ca, ...credentials },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (answer.status !== 200 && answer.status !== 201) {
      throw new Error(
        `${method} ${path}: ${answer.status} ${answer.body.slice(0, 500)}`,
      );
    }
    return answer.body;
  }
  return {
    get: (path, signal) => call('GET', path, undefined, signal),
    async apply(collection, manifest) {
      const path = `${collection}/${manifest.metadata.name}?fieldManager=${FIELD_MANAGER}&force=true`;
      // JSON is YAML.
      await call('PATCH', path, JSON.stringify(manifest));
    },
  };
}
