import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { KubeClient, KubeTarget } from '@monero-portal/kube-client';
import { readHealth } from './config/readHealth';
import { readPrometheus } from './config/readPrometheus';
import type { ObservedPod } from './services/clusters';
import { PrometheusClient, PrometheusSampler } from './services/prometheus';
import { Sampler, type PodSampler } from './services/sampler';

/** Who hears what is measured. */
export interface SamplesHeard {
  /** Told after each look at a pod. */
  onSample: (cluster: string, pod: ObservedPod) => void;
  /** Who is asked about all pods of a cluster has begun or ceased to answer. */
  onSource: (cluster: string) => void;
}

/** What samplers know of the clusters. */
interface SampledClusters extends SamplesHeard {
  pods: (cluster: string) => readonly ObservedPod[];
  /** All that there are; absent where others may come. */
  names?: readonly string[];
}

/**
 * How the pods of clusters are measured: by their Prometheus where one is
 * configured, else by asking the exporters.
 *
 * @returns makes the sampler of a cluster, which is not started yet
 * @throws InputError for a configuration that makes no sense
 */
export function openSamplers(
  parts: {
    config: RootConfigService;
    logger: LoggerService;
    connect: (target: KubeTarget) => KubeClient;
  },
  { pods, names, onSample, onSource }: SampledClusters,
) {
  const { config, logger, connect } = parts;
  const { sampleIntervalMs: intervalMs, sampleConcurrency: concurrency } =
    readHealth(config);
  const sources = readPrometheus(config, names);

  return (name: string, client: KubeClient, until: AbortSignal): PodSampler => {
    const common = {
      ...{ client, intervalMs, concurrency, logger, cluster: name },
      pods: () => pods(name),
      onSample: (pod: ObservedPod) => onSample(name, pod),
    };
    const source = sources.find(({ cluster }) => cluster === name);
    if (!source) {
      return new Sampler(common);
    }
    const own = source.target && connect(source.target);
    until.addEventListener('abort', () => void own?.close(), { once: true });
    const requester = own ?? client;
    return new PrometheusSampler({
      ...common,
      ...source,
      client: new PrometheusClient({ ...source, requester }),
      onState: () => onSource(name),
    });
  };
}
