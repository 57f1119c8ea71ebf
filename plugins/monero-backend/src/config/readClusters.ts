import { readFileSync } from 'node:fs';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { KubeTarget } from '@monero-portal/kube-client';

/** A cluster that the portal watches. */
export interface ClusterConfig {
  name: string;
  title?: string;
  target: KubeTarget;
}

/** Reads a certificate file; a parameter for tests. */
type ReadText = (path: string) => string;

const readText: ReadText = path => readFileSync(path, 'utf8');

/**
 * The clusters of the app's own `kubernetes` configuration that a backend can
 * talk to by itself: locator `config`, authentication `serviceAccount`.
 * Others are left to the Kubernetes plugin, and the log says so once.
 *
 * @throws InputError naming the field, for a cluster that is configured wrongly
 */
export function readClusters(
  config: Config,
  logger: LoggerService,
  read: ReadText = readText,
): ClusterConfig[] {
  const clusters: ClusterConfig[] = [];
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  for (const method of methods) {
    const type = method.getString('type');
    if (type !== 'config') {
      logger.warn(
        `Clusters that kubernetes.clusterLocatorMethods finds by "${type}" are not watched for Monero nodes; list them under type "config".`,
      );
      continue;
    }
    for (const entry of method.getOptionalConfigArray('clusters') ?? []) {
      const cluster = readCluster(entry, logger, read);
      if (cluster) {
        clusters.push(cluster);
      }
    }
  }
  rejectDuplicates(clusters);
  return clusters;
}

function readCluster(
  entry: Config,
  logger: LoggerService,
  read: ReadText,
): ClusterConfig | undefined {
  const name = entry.getString('name');
  const provider = entry.getOptionalString('authProvider');
  if (provider !== 'serviceAccount') {
    logger.warn(
      `Cluster "${name}" is not watched for Monero nodes: its authProvider is ${
        provider ? `"${provider}"` : 'not set'
      }, the portal itself can only use "serviceAccount".`,
    );
    return undefined;
  }
  const token = entry.getOptionalString('serviceAccountToken');
  if (!token) {
    throw new InputError(
      `kubernetes configuration of cluster "${name}": serviceAccountToken is missing; give the token of a service account that may read moneronodesets and pods.`,
    );
  }
  return {
    name,
    title: entry.getOptionalString('title'),
    target: {
      server: readUrl(entry, name),
      token,
      caData: readAuthority(entry, name, read),
      skipTLSVerify: entry.getOptionalBoolean('skipTLSVerify') ?? false,
    },
  };
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
  read: ReadText,
): string | undefined {
  const data = entry.getOptionalString('caData');
  const file = entry.getOptionalString('caFile');
  if (!data && !file) {
    return undefined;
  }
  const pem = data
    ? Buffer.from(data, 'base64').toString('utf8')
    : read(file ?? '');
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
