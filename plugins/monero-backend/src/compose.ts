import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { KubeClient, KubeTarget } from '@monero-portal/kube-client';
import { readClusters } from './config/readClusters';
import { readGitOpsTargets } from './config/readGitOpsTargets';
import { readHealth } from './config/readHealth';
import { DefaultClusterService, type ClusterChange } from './services/clusters';
import { DefaultHealthService } from './services/health';
import {
  DefaultProposalService,
  ProposalFollower,
  openTarget,
  Targets,
  WebhookService,
  type ProposalStore,
} from './services/proposals';
import { Sampler } from './services/sampler';
import { ChangePublisher } from './services/signals';

/** What the plugin's services are made of. */
export interface Parts {
  config: RootConfigService;
  logger: LoggerService;
  signals: Pick<SignalsService, 'publish'>;
  store: ProposalStore;
  /** Ends everything that runs in the background. */
  signal: AbortSignal;
  /** Makes the client of a cluster. */
  connect: (target: KubeTarget) => KubeClient;
}

/** Builds the services and connects what one notices with what others do about it. */
export function compose(parts: Parts) {
  const { config, logger, signals, store, signal, connect } = parts;
  const hosts = {
    integrations: ScmIntegrations.fromConfig(config),
    mirrorsDir: join(
      config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
      'monero-gitops-mirrors',
    ),
  };
  const targets = new Targets(
    readGitOpsTargets(config).map(target => openTarget(target, hosts)),
  );
  const healthConfig = readHealth(config);
  const connected = readClusters(config, logger).map(cluster => ({
    ...cluster,
    client: connect(cluster.target),
  }));
  const clusters = new DefaultClusterService({ clusters: connected, logger });
  const samplers = new Map(
    connected.map(({ name, client }) => [
      name,
      new Sampler({
        client,
        pods: () => clusters.get(name)?.pods ?? [],
        onSample: ({ namespace, nodeSet }) =>
          noticed({ cluster: name, nodeSet: { namespace, name: nodeSet } }),
        intervalMs: healthConfig.sampleIntervalMs,
        concurrency: healthConfig.sampleConcurrency,
      }),
    ]),
  );
  const health = new DefaultHealthService({
    clusters,
    sampleOf: (cluster, pod) => samplers.get(cluster)?.sampleOf(pod),
    namespacesOf: cluster => targets.namespacesOf(cluster),
  });
  const publisher = new ChangePublisher({ signals, logger, signal });
  const onChange = (id: number) => publisher.proposal(id);
  const proposals = new DefaultProposalService({
    store,
    targets,
    health,
    clusters,
    onChange,
    portalUrl: config.getOptionalString('app.baseUrl') ?? '',
  });
  const follower = new ProposalFollower({
    store,
    targets,
    clusters,
    onChange,
    logger,
  });

  function noticed({ cluster, nodeSet, object }: ClusterChange): void {
    if (object) return;
    const names = nodeSet ? [nodeSet] : clusters.get(cluster)?.nodeSets ?? [];
    for (const { namespace, name } of names) {
      const ref = { cluster, namespace, name };
      publisher.nodeSet(ref, () => health.nodeSet(ref));
    }
  }

  function start(): void {
    clusters.subscribe(change => {
      noticed(change);
      follower.nudge();
    });
    clusters.start(signal);
    samplers.forEach(sampler => sampler.start(signal));
    follower.start(signal);
    signal.addEventListener(
      'abort',
      () => connected.forEach(({ client }) => void client.close()),
      { once: true },
    );
  }

  const webhooks = new WebhookService(targets, cluster =>
    follower.heard(cluster),
  );
  return { health, proposals, webhooks, start };
}
