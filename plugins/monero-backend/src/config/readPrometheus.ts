import { readFileSync } from 'node:fs';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { KubeTarget } from '@monero-portal/kube-client';
import {
  clusterNameSchema,
  dnsLabelSchema,
} from '@monero-portal/plugin-monero-common';
import { z } from 'zod';

/** The Prometheus that is asked how the pods of a cluster are. */
export interface PrometheusConfig {
  cluster: string;
  /** Where it is; absent: the cluster's API server passes requests on. */
  target?: KubeTarget;
  /** Path of its instant queries there. */
  path: string;
  /** Sent with every request. */
  headers: Record<string, string>;
  /** Values that labels of its series must have. */
  matchers: Record<string, string>;
  /** How often it scrapes an exporter. */
  scrapeIntervalMs: number;
}

const KEY = 'monero.health.prometheus';
const QUERY = '/api/v1/query';
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
/** Labels that the portal matches itself. */
const OUR_LABELS: readonly string[] = ['__name__', 'namespace', 'pod'];
const OUR_HEADERS =
  /^(authorization|host|connection|content-.*|transfer-encoding)$/i;

const portSchema = z.union([
  z.number().int().min(1).max(65_535),
  z.string().regex(/^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/, 'is not a port'),
]);

const serviceSchema = z
  .object({
    namespace: dnsLabelSchema,
    name: dnsLabelSchema,
    port: portSchema.default(9090),
    scheme: z.enum(['http', 'https']).default('http'),
    path: z
      .string()
      .regex(/^(\/(?!\.)[\w.~-]+)*\/?$/, 'is a path such as /prometheus')
      .default(''),
  })
  .strict();

const sourceSchema = z
  .object({
    cluster: clusterNameSchema,
    url: z
      .string()
      .refine(
        isAddress,
        'is the http(s) address of a Prometheus, without user, password and query',
      )
      .optional(),
    service: serviceSchema.optional(),
    scrapeIntervalSeconds: z.number().min(1).max(120).default(30),
    matchers: z
      .record(
        z
          .string()
          .regex(LABEL, 'is not the name of a label')
          .refine(
            label => !OUR_LABELS.includes(label),
            'is a label that the portal matches itself',
          ),
        z.string().max(253),
      )
      .default({}),
    headers: z
      .record(
        z
          .string()
          .regex(HEADER, 'is not the name of a header')
          .refine(
            name => !OUR_HEADERS.test(name),
            'is a header that the portal sets itself; give token, or username and password, for a login',
          ),
        z.string().regex(/^[\x20-\x7e\t]*$/, 'is not what a header may say'),
      )
      .default({}),
    token: z.string().min(1).optional(),
    username: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    caData: z.string().min(1).optional(),
    caFile: z.string().min(1).optional(),
    skipTLSVerify: z.boolean().optional(),
  })
  .strict();

type Source = z.infer<typeof sourceSchema>;

/** Reads a certificate file; a parameter for tests. */
type ReadText = (path: string) => string;

const readText: ReadText = path => readFileSync(path, 'utf8');

/**
 * Reads `monero.health.prometheus`.
 *
 * @param clusters - names of those that are watched; absent where others may come
 * @throws InputError naming the field and what to write instead
 */
export function readPrometheus(
  config: Config,
  clusters?: readonly string[],
  read: ReadText = readText,
): PrometheusConfig[] {
  const parsed = z.array(sourceSchema).safeParse(config.getOptional(KEY) ?? []);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue.path
      .map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('');
    throw new InputError(`${KEY}${field} ${issue.message}`);
  }
  return parsed.data.map((source, index) => {
    const fail = (message: string): never => {
      throw new InputError(`${KEY}[${index}]${message}`);
    };
    checkCluster(source, { all: parsed.data, index, clusters }, fail);
    checkWay(source, fail);
    return {
      cluster: source.cluster,
      ...wayOf(source, fail, read),
      headers: { ...source.headers, ...loginOf(source) },
      matchers: source.matchers,
      scrapeIntervalMs: source.scrapeIntervalSeconds * 1000,
    };
  });
}

type Fail = (message: string) => never;

function checkCluster(
  { cluster }: Source,
  around: {
    all: readonly Source[];
    index: number;
    clusters?: readonly string[];
  },
  fail: Fail,
): void {
  if (around.clusters && !around.clusters.includes(cluster)) {
    fail(
      `.cluster "${cluster}" is not watched; those that are: ${
        around.clusters.join(', ') || 'none'
      }.`,
    );
  }
  if (around.all.findIndex(each => each.cluster === cluster) < around.index) {
    fail(`.cluster "${cluster}" is named twice; one Prometheus a cluster.`);
  }
}

/** Logins and certificates are of an address; an API server has its own. */
function checkWay(source: Source, fail: Fail): void {
  const { url, service, token, username, password } = source;
  if ((url === undefined) === (service === undefined)) {
    fail(' wants either url or service: where the Prometheus is.');
  }
  const ofAddress = [
    'token',
    'username',
    'password',
    'caData',
    'caFile',
    'skipTLSVerify',
  ] as const;
  const given = ofAddress.find(field => source[field] !== undefined);
  if (service && given) {
    fail(
      `.${given} goes with url; with service the API server is asked, as the kubernetes configuration says.`,
    );
  }
  if ((username === undefined) !== (password === undefined)) {
    fail(' wants username and password, or neither.');
  }
  if (token !== undefined && username !== undefined) {
    fail(' has two logins: give token, or username and password.');
  }
}

function wayOf(
  source: Source,
  fail: Fail,
  read: ReadText,
): Pick<PrometheusConfig, 'target' | 'path'> {
  const { url, service, skipTLSVerify = false } = source;
  if (service) {
    const { namespace, name, port, scheme, path } = service;
    const base = `/api/v1/namespaces/${namespace}/services/${scheme}:${name}:${port}/proxy`;
    return { path: `${base}${path.replace(/\/$/, '')}${QUERY}` };
  }
  const { origin, pathname } = new URL(url ?? '');
  return {
    target: {
      server: origin,
      caData: authorityOf(source, fail, read),
      skipTLSVerify,
    },
    path: `${pathname.replace(/\/+$/, '')}${QUERY}`,
  };
}

function authorityOf(
  { caData, caFile }: Source,
  fail: Fail,
  read: ReadText,
): string | undefined {
  if (caData === undefined && caFile === undefined) {
    return undefined;
  }
  const pem =
    caData === undefined
      ? read(caFile ?? '')
      : Buffer.from(caData, 'base64').toString('utf8');
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    fail(
      caData === undefined
        ? `.caFile ${caFile} is not a PEM certificate.`
        : '.caData is not a base64 encoded PEM certificate.',
    );
  }
  return pem;
}

function loginOf({
  token,
  username,
  password,
}: Source): Record<string, string> {
  if (token !== undefined) {
    return { authorization: `Bearer ${token}` };
  }
  const login = Buffer.from(`${username}:${password}`, 'utf8');
  return username === undefined
    ? {}
    : { authorization: `Basic ${login.toString('base64')}` };
}

function isAddress(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    return false;
  }
  const { username, password, search, hash } = new URL(value);
  return !username && !password && !search && !hash;
}
