import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KubeError } from '../KubeError';
import { KubeTarget } from '../types';

const MOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
/** The kubelet renews tokens well before they expire. */
const REREAD_MS = 60_000;

/** Where the mounted credentials and the environment come from. */
export interface InClusterSources {
  mount?: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * The API server of the cluster this process runs in, as its service account.
 * @throws KubeError `Config` outside of a pod
 */
export function inClusterTarget(sources: InClusterSources = {}): KubeTarget {
  const { mount = MOUNT, env = process.env } = sources;
  const host = env.KUBERNETES_SERVICE_HOST;
  const port = env.KUBERNETES_SERVICE_PORT ?? '443';
  if (!host) {
    throw new KubeError({
      code: 'Config',
      message:
        'not inside a cluster: KUBERNETES_SERVICE_HOST is not set; give a kubeconfig instead',
    });
  }
  const caData = readCredential(join(mount, 'ca.crt'));
  readCredential(join(mount, 'token'));
  const authority = host.includes(':') ? `[${host}]` : host;
  return {
    server: `https://${authority}:${port}`,
    caData,
    token: rereading(join(mount, 'token')),
  };
}

/** The namespace of this pod, or undefined outside of one. */
export function inClusterNamespace(mount = MOUNT): string | undefined {
  try {
    return readFileSync(join(mount, 'namespace'), 'utf8').trim();
  } catch {
    return undefined;
  }
}

function readCredential(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new KubeError({
      code: 'Config',
      message: `cannot read ${path}: is the service account token mounted?`,
      cause,
    });
  }
}

function rereading(path: string): () => Promise<string> {
  let token = '';
  let readAt = -Infinity;
  return async () => {
    const now = performance.now();
    if (now - readAt >= REREAD_MS) {
      token = (await readFile(path, 'utf8')).trim();
      readAt = now;
    }
    return token;
  };
}
