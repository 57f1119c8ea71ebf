import { KubeObject } from '@monero-portal/kube-client';
import {
  MINING_NODE_SET,
  MoneroMiningNodeSet,
} from '@monero-portal/monero-api';
import { MINING_NODE_SET_RESOURCE } from '../src/miningnodeset/controller';
import { Bench, kubectl, until } from './support';

const EXPORTER_PORT = 9000;

/** A mining set as it is read back. */
export type LiveMiningNodeSet = MoneroMiningNodeSet & KubeObject;

/** Kubernetes' autoscaler. */
export const AUTOSCALERS = {
  group: 'autoscaling',
  version: 'v2',
  plural: 'horizontalpodautoscalers',
} as const;

/** What an autoscaler says about itself. */
export interface Autoscaler extends KubeObject {
  status?: {
    desiredReplicas?: number;
    currentMetrics?: Array<{
      resource?: { current?: { averageUtilization?: number } };
    }>;
  };
}

/** The mining sets of one namespace. */
export class MiningBench extends Bench {
  async applyMiners(
    name: string,
    spec: MoneroMiningNodeSet['spec'],
  ): Promise<void> {
    await this.client.apply(
      MINING_NODE_SET_RESOURCE,
      {
        apiVersion: MINING_NODE_SET.apiVersion,
        kind: MINING_NODE_SET.kind,
        metadata: { name, namespace: this.namespace },
        spec,
      },
      { fieldManager: 'operator-e2e' },
    );
  }

  miners(name: string): Promise<LiveMiningNodeSet> {
    return this.client.get<LiveMiningNodeSet>(
      MINING_NODE_SET_RESOURCE,
      this.namespace,
      name,
    );
  }

  /** Waits for a condition of a mining set on what was asked of it last. */
  condition(
    name: string,
    type: string,
    wanted: { status: 'True' | 'False'; reason: string },
    timeoutMs?: number,
  ): Promise<LiveMiningNodeSet> {
    return until(
      `${type} of ${name} is ${wanted.status}, ${wanted.reason}`,
      () => this.miners(name),
      ({ metadata, status }) => {
        const found = status?.conditions?.find(each => each.type === type);
        return (
          found?.status === wanted.status &&
          found.reason === wanted.reason &&
          found.observedGeneration === metadata.generation
        );
      },
      timeoutMs,
    );
  }

  /** Through the scale subresource, as `kubectl scale` does. */
  async scale(name: string, replicas: number): Promise<void> {
    await this.client.patch(
      MINING_NODE_SET_RESOURCE,
      this.namespace,
      name,
      { spec: { replicas } },
      { type: 'merge', subresource: 'scale' },
    );
  }

  /** What xmrig of a pod was started with. */
  async commandLine(pod: string): Promise<string[]> {
    const command = ['-c', 'xmrig', '--', 'cat', '/proc/1/cmdline'];
    const text = await kubectl('exec', '-n', this.namespace, pod, ...command);
    return text.split('\0');
  }

  /** All that a pod's exporter says: values by name and labels. */
  async series(pod: string): Promise<Map<string, number>> {
    const { text } = await this.client.podProxy(
      this.namespace,
      pod,
      EXPORTER_PORT,
      '/metrics',
    );
    return new Map(
      text
        .split('\n')
        .filter(line => line !== '' && !line.startsWith('#'))
        .map(line => {
          const space = line.lastIndexOf(' ');
          return [line.slice(0, space), Number(line.slice(space + 1))];
        }),
    );
  }

  /** Lets Kubernetes scale a mining set by the CPU that its miners take. */
  async autoscale(
    name: string,
    { max, utilization }: { max: number; utilization: number },
  ): Promise<void> {
    await this.client.create(AUTOSCALERS, {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name, namespace: this.namespace },
      spec: {
        scaleTargetRef: {
          apiVersion: MINING_NODE_SET.apiVersion,
          kind: MINING_NODE_SET.kind,
          name,
        },
        minReplicas: 1,
        maxReplicas: max,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: utilization },
            },
          },
        ],
      },
    });
  }
}
