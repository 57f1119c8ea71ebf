import { readFileSync } from 'node:fs';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import { inClusterTarget, type KubeTarget } from '@monero-portal/kube-client';
import {
  CLOUD_PROVIDERS,
  isCloudProvider,
  type ClusterConfig,
} from './clusterConfig';

/** What clusters may be read from, beside the configuration; for tests. */
export interface ClusterSources {
  /** Reads a certificate file. */
  readText?: (path: string) => string;
  /** The cluster that the portal runs in; throws outside of one. */
  inCluster?: () => KubeTarget;
}

/** Those of the Kubernetes plugin's settings that its catalog locator knows. */
export interface CatalogLocatorConfig {
  /** Host names, or `*.example.com`, that may be private or without TLS. */
  allowedHosts: readonly string[];
  allowSkipTLSVerify: boolean;
}

/** What the app's `kubernetes` configuration says. */
export interface ClustersConfig {
  clusters: ClusterConfig[];
  /** Present when the catalog names clusters too. */
  catalog?: CatalogLocatorConfig;
}

/** Where `kubectl proxy` listens unless told otherwise; it signs in by itself. */
const KUBECTL_PROXY: ClusterConfig = {
  name: 'local',
  target: { server: 'http://127.0.0.1:8001' },
};

/**
 * The clusters of the app's own `kubernetes` configuration that a backend can
 * talk to by itself. Others are left to the Kubernetes plugin, and the log
 * says so once.
 *
 * @throws InputError naming the field, for a cluster that is configured wrongly
 */
export function readClusters(
  config: Config,
  logger: LoggerService,
  sources: ClusterSources = {},
): ClustersConfig {
  const read: ClustersConfig = { clusters: [] };
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  for (const method of methods) {
    const type = method.getString('type');
    switch (type) {
      case 'config':
        for (const entry of method.getOptionalConfigArray('clusters') ?? []) {
          read.clusters.push(...readCluster(entry, logger, sources));
        }
        break;
      case 'localKubectlProxy':
        read.clusters.push(KUBECTL_PROXY);
        break;
      case 'catalog':
        read.catalog = {
          allowedHosts:
            method.getOptionalStringArray('dangerouslyAllowClusterUrls') ?? [],
          allowSkipTLSVerify:
            method.getOptionalBoolean('dangerouslyAllowSkipTLSVerify') ?? false,
        };
        break;
      default:
        logger.warn(
          `Clusters that kubernetes.clusterLocatorMethods finds by "${type}" are not watched for Monero nodes; list them under type "config", or let the catalog name them.`,
        );
    }
  }
  rejectDuplicates(read.clusters);
  return read;
}

/** None, when only its users can sign in there. */
function readCluster(
  entry: Config,
  logger: LoggerService,
  sources: ClusterSources,
): ClusterConfig[] {
  const name = entry.getString('name');
  const metadata = entry.getOptional<Record<string, string>>('authMetadata');
  const provider =
    metadata?.[ANNOTATION_KUBERNETES_AUTH_PROVIDER] ??
    entry.getOptionalString('authProvider');
  const read = () => ({
    name,
    title: entry.getOptionalString('title'),
    target: {
      server: readUrl(entry, name),
      caData: readAuthority(entry, name, sources),
      skipTLSVerify: entry.getOptionalBoolean('skipTLSVerify') ?? false,
    },
  });
  if (provider === 'serviceAccount') {
    const cluster = read();
    const own = readToken(entry, name, sources);
    return [{ ...cluster, target: { ...own, ...defined(cluster.target) } }];
  }
  if (isCloudProvider(provider)) {
    const cloud = {
      provider,
      metadata: { ...awsMetadata(entry), ...metadata },
    };
    return [{ ...read(), cloud }];
  }
  logger.warn(
    `Cluster "${name}" is not watched for Monero nodes: its authProvider is ${
      provider ? `"${provider}"` : 'not set'
    }, the portal itself can only use serviceAccount, ${CLOUD_PROVIDERS.join(
      ', ',
    )}.`,
  );
  return [];
}

/** The token, or that of the pod and the authority that goes with it. */
function readToken(
  entry: Config,
  name: string,
  { inCluster = inClusterTarget }: ClusterSources,
): Pick<KubeTarget, 'token' | 'caData'> {
  const token = entry.getOptionalString('serviceAccountToken');
  if (token) {
    return { token };
  }
  try {
    const { token: own, caData } = inCluster();
    return { token: own, caData };
  } catch {
    throw new InputError(
      `kubernetes configuration of cluster "${name}": serviceAccountToken is missing, and the portal does not run inside a cluster; give the token of a service account that may read moneronodesets and pods.`,
    );
  }
}

function awsMetadata(entry: Config): Record<string, string> {
  return defined({
    [ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE]:
      entry.getOptionalString('assumeRole'),
    [ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID]:
      entry.getOptionalString('externalId'),
  }) as Record<string, string>;
}

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

function readUrl(entry: Config, name: string): string {
  const url = entry.getString('url');
  if (!/^https?:$/.test(protocolOf(url) ?? '')) {
    throw new InputError(
      `kubernetes configuration of cluster "${name}": url "${url}" is not the http(s) address of an API server.`,
    );
  }
  return url.replace(/\/+$/, '');
}

function protocolOf(url: string): string | undefined {
  try {
    return new URL(url).protocol;
  } catch {
    return undefined;
  }
}

function readAuthority(
  entry: Config,
  name: string,
  { readText = path => readFileSync(path, 'utf8') }: ClusterSources,
): string | undefined {
  const data = entry.getOptionalString('caData');
  const file = entry.getOptionalString('caFile');
  if (!data && !file) {
    return undefined;
  }
  const pem = data
    ? Buffer.from(data, 'base64').toString('utf8')
    : readText(file ?? '');
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InputError(
      `kubernetes configuration of cluster "${name}": ${
        data ? 'caData is not a base64 encoded' : `caFile ${file} is not a`
      } PEM certificate.`,
    );
  }
  return pem;
}

function rejectDuplicates(clusters: readonly ClusterConfig[]): void {
  const seen = new Set<string>();
  for (const { name } of clusters) {
    if (seen.has(name)) {
      throw new InputError(
        `kubernetes configuration: cluster "${name}" is listed twice; names must be unique.`,
      );
    }
    seen.add(name);
  }
}
