import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { KubeError } from '../KubeError';
import { KubeTarget } from '../types';
import { credentialOf } from './execCredential';

interface Named {
  name?: string;
  [key: string]: unknown;
}

interface KubeconfigFile {
  'current-context'?: string;
  clusters?: Named[];
  users?: Named[];
  contexts?: Named[];
}

type Fields = Record<string, unknown>;

/**
 * The cluster and user of a context (default: the current one) in a
 * kubeconfig file.
 * @throws KubeError `Config`, naming file and field
 */
export function targetFromKubeconfig(
  path: string,
  context?: string,
): KubeTarget {
  const file = load(path);
  const wanted = context ?? file['current-context'];
  if (!wanted) {
    throw invalid(path, 'no current-context is set; name a context');
  }
  const chosen = find(file.contexts, wanted, 'context', path);
  const cluster = find(file.clusters, chosen.cluster, 'cluster', path);
  const user =
    chosen.user === undefined
      ? {}
      : find(file.users, chosen.user, 'user', path);
  if (typeof cluster.server !== 'string') {
    throw invalid(path, `cluster "${chosen.cluster}" names no server`);
  }
  const read = (fields: Fields, key: string) => credential(path, fields, key);
  const cert = read(user, 'client-certificate');
  const key = read(user, 'client-key');
  return {
    server: cluster.server,
    caData: read(cluster, 'certificate-authority'),
    skipTLSVerify: cluster['insecure-skip-tls-verify'] === true,
    clientCert: cert && key ? { cert, key } : undefined,
    token: tokenOf(path, user, wanted),
  };
}

function tokenOf(
  path: string,
  user: Fields,
  context: string,
): KubeTarget['token'] {
  if (typeof user.token === 'string') return user.token;
  if (typeof user.tokenFile === 'string') {
    return readText(resolve(dirname(path), user.tokenFile)).trim();
  }
  return user.exec || user['auth-provider']
    ? credentialOf(path, context)
    : undefined;
}

/** PEM under `<key>-data` (base64) or in the file that `<key>` names. */
function credential(
  path: string,
  fields: Fields,
  key: string,
): string | undefined {
  const data = fields[`${key}-data`];
  if (typeof data === 'string') {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  const file = fields[key];
  return typeof file === 'string'
    ? readText(resolve(dirname(path), file))
    : undefined;
}

function find(
  entries: Named[] | undefined,
  name: unknown,
  what: 'context' | 'cluster' | 'user',
  path: string,
): Fields {
  const entry = entries?.find(candidate => candidate?.name === name)?.[what];
  if (typeof entry !== 'object' || entry === null) {
    const known = (entries ?? []).map(({ name: each }) => each).join(', ');
    throw invalid(path, `no ${what} "${name}"; there is: ${known || 'none'}`);
  }
  return entry as Fields;
}

function load(path: string): KubeconfigFile {
  let file: unknown;
  try {
    file = parse(readText(path));
  } catch (cause) {
    if (cause instanceof KubeError) throw cause;
    throw invalid(path, `not YAML: ${cause}`);
  }
  if (typeof file !== 'object' || file === null) {
    throw invalid(path, 'is empty');
  }
  return file;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new KubeError({
      code: 'Config',
      message: `cannot read ${path}: ${cause}`,
      cause,
    });
  }
}

function invalid(path: string, problem: string): KubeError {
  return new KubeError({ code: 'Config', message: `${path}: ${problem}` });
}
