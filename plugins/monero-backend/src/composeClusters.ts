import type {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { KubeClient, KubeTarget } from '@monero-portal/kube-client';
import type { ClusterConfig } from './config/clusterConfig';
import { readClusters } from './config/readClusters';
import { openSamplers, type SamplesHeard } from './openSamplers';
import {
  ClusterConnections,
  DefaultClusterService,
  type ObservedPod,
} from './services/clusters';
import { CatalogLocator, CloudTokens } from './services/locators';
import type { PodSampler } from './services/sampler';

/** What the clusters' part of the plugin is made of. */
export interface ClusterParts {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'getEntities'>;
  config: RootConfigService;
  logger: LoggerService;
  /** Ends everything that runs in the background. */
  signal: AbortSignal;
  /** Makes the client of a cluster. */
  connect: (target: KubeTarget) => KubeClient;
}

/**
 * What watches and measures clusters, those of the configuration and those
 * that the catalog names, which come and go.
 *
 * @param heard - told what is measured
 * @throws InputError for a configuration that makes no sense
 */
export function composeClusters(parts: ClusterParts, heard: SamplesHeard) {
  const { auth, catalog, config, logger, signal } = parts;
  const located = readClusters(config, logger);
  const tokens = CloudTokens.create({ config, logger });
  const clusters = new DefaultClusterService({ logger });
  const openSampler = openSamplers(parts, {
    ...heard,
    pods: cluster => clusters.get(cluster)?.pods ?? [],
    // The catalog may name any.
    names: located.catalog
      ? undefined
      : located.clusters.map(each => each.name),
  });
  const samplers = new Map<string, PodSampler>();
  let started = false;
  let locating = located.catalog !== undefined;

  function connect(cluster: ClusterConfig, until: AbortSignal): void {
    const { name, target, cloud } = cluster;
    const token = cloud ? tokens.of(cluster, cloud) : target.token;
    const client = parts.connect({ ...target, token });
    const sampler = openSampler(name, client, until);
    samplers.set(name, sampler);
    clusters.add({ ...cluster, client }, until);
    sampler.start(until);
    until.addEventListener('abort', () => void client.close(), { once: true });
  }

  function forget(name: string): void {
    samplers.delete(name);
    clusters.remove(name);
  }

  const connections = new ClusterConnections({
    ...{ logger, connect, forget, signal },
  });
  const locator =
    located.catalog &&
    new CatalogLocator({
      ...{ auth, catalog, logger, settings: located.catalog },
      onClusters: found => {
        connections.set('catalog', found);
        locating = false;
      },
    });

  return {
    clusters,
    sampleOf: (cluster: string, pod: ObservedPod) =>
      samplers.get(cluster)?.sampleOf(pod),
    minerSampleOf: (cluster: string, pod: ObservedPod) =>
      samplers.get(cluster)?.minerSampleOf(pod),
    measuringAway: (cluster: string) => samplers.get(cluster)?.away(),
    /** Whether clusters may be missing, because nobody has named them yet. */
    isLocating: () => !started || locating,
    start(): void {
      connections.set('config', located.clusters);
      started = true;
      locator?.start(signal);
    },
  };
}
