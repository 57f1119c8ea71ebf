import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeObject, RESOURCES } from '@monero-portal/kube-client';
import {
  LABELS,
  MoneroNetwork,
  NETWORK,
  parseNetwork,
} from '@monero-portal/monero-api';
import { parse } from 'yaml';
import { NETWORK_RESOURCE } from '../src/network/controller';
import { Pod } from '../src/machinery/kubeTypes';
import { Bench, kubectl, until } from './support';

/** A network as it is read back. */
export type LiveNetwork = MoneroNetwork & KubeObject;

/** A pod that must stay the same, and how often its containers restarted. */
export interface Life {
  uid: string | undefined;
  restarts: number;
}

/** How many connections others and a pod itself have opened. */
export interface Calls {
  in: number;
  out: number;
}

/** Asks the monerod of a pod, where only the pod itself can. */
const CONNECTIONS = `fetch('http://127.0.0.1:18081/json_rpc',
  {method: 'POST', body: '{"jsonrpc":"2.0","id":"0","method":"get_connections"}'})
  .then(reply => reply.json())
  .then(({result}) => console.log(JSON.stringify((result.connections ?? []).map(each => each.host))))`;

/** The networks of one namespace. */
export class NetworkBench extends Bench {
  /** An example, as users apply it, from the file itself. */
  example(): MoneroNetwork {
    const file = join(__dirname, '../../examples/network.yaml');
    return parseNetwork(parse(readFileSync(file, 'utf8')));
  }

  async applyNetwork(name: string, spec: MoneroNetwork['spec']): Promise<void> {
    await this.client.apply(
      NETWORK_RESOURCE,
      {
        apiVersion: NETWORK.apiVersion,
        kind: NETWORK.kind,
        metadata: { name, namespace: this.namespace },
        spec,
      },
      { fieldManager: 'operator-e2e' },
    );
  }

  network(name: string): Promise<LiveNetwork> {
    return this.client.get<LiveNetwork>(NETWORK_RESOURCE, this.namespace, name);
  }

  /** Through the scale subresource, as `kubectl scale` and autoscalers do. */
  async scale(name: string, replicas: number): Promise<void> {
    await this.client.patch(
      NETWORK_RESOURCE,
      this.namespace,
      name,
      { spec: { replicas } },
      { type: 'merge', subresource: 'scale' },
    );
  }

  /** Waits until the network is ready on what was asked of it last. */
  networkReady(name: string, timeoutMs = 90_000): Promise<LiveNetwork> {
    return until(
      `${name} is ready`,
      () => this.network(name),
      ({ metadata, status }) =>
        status?.conditions?.some(
          each =>
            each.type === 'Ready' &&
            each.status === 'True' &&
            each.observedGeneration === metadata.generation,
        ) === true,
      timeoutMs,
    );
  }

  async networkPods(name: string): Promise<Pod[]> {
    const { items } = await this.client.list<Pod>(RESOURCES.pods, {
      namespace: this.namespace,
      labelSelector: `${LABELS.network}=${name}`,
    });
    return items.filter(({ metadata }) => !metadata.deletionTimestamp);
  }

  /** Who is still the same, and was never restarted. */
  async lives(name: string): Promise<Record<string, Life>> {
    const pods = await this.networkPods(name);
    return Object.fromEntries(
      pods.map(({ metadata, status }) => [
        metadata.name,
        {
          uid: metadata.uid,
          restarts: (status?.containerStatuses ?? []).reduce(
            (before, each) => before + (each.restartCount ?? 0),
            0,
          ),
        },
      ]),
    );
  }

  /** Names of the pods that a pod is connected with; addresses for strangers. */
  async connections(name: string, pod: string): Promise<string[]> {
    const byAddress = await this.podsByAddress(name);
    const hosts = await this.hosts(pod);
    return [...new Set(hosts.map(host => byAddress.get(host) ?? host))].sort();
  }

  /**
   * Waits until every pair is connected, and nobody else: each member has called
   * just those below it, and was called by just those above it. Members 0 and 1
   * call each other; the second connection of the two comes and goes.
   */
  meshed(name: string, members: number): Promise<Record<string, Calls>> {
    return until(
      `${name} is a mesh`,
      () => this.calls(name),
      calls => {
        const last = members - 1;
        const all = Object.entries(calls);
        if (all.length !== members) return false;
        return all.every(([pod, { in: from, out: to }]) => {
          const ordinal = Number(pod.slice(name.length + 1).split('-')[0]);
          const spare = Math.min(1, last) * Number(ordinal < 2);
          const within = (count: number, least: number) =>
            count >= least && count <= least + spare;
          return within(to, ordinal) && within(from, last - ordinal);
        });
      },
    );
  }

  /** Connections of every pod of the network. */
  private async calls(name: string): Promise<Record<string, Calls>> {
    const pods = await this.networkPods(name);
    const entries = pods.map(async ({ metadata }) => {
      const of = (type: string) =>
        this.gauge(
          metadata.name,
          `monero_p2p_connections{type="${type}",state="normal"}`,
        );
      return [
        metadata.name,
        { in: await of('in'), out: await of('out') },
      ] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  private async hosts(pod: string): Promise<string[]> {
    const answer = await kubectl(
      'exec',
      '-n',
      this.namespace,
      pod,
      '-c',
      'exporter',
      '--',
      'node',
      '-e',
      CONNECTIONS,
    );
    return JSON.parse(answer);
  }

  /** A member is called at its Service, and calls from its own address. */
  private async podsByAddress(name: string): Promise<Map<string, string>> {
    const scope = {
      namespace: this.namespace,
      labelSelector: `${LABELS.network}=${name}`,
    };
    const services = await this.client.list<
      KubeObject & {
        spec: { clusterIP: string; selector: Record<string, string> };
      }
    >(RESOURCES.services, scope);
    const pods = await this.client.list<
      KubeObject & { status?: { podIP?: string } }
    >(RESOURCES.pods, scope);
    return new Map([
      ...services.items.map(
        ({ spec }) => [spec.clusterIP, spec.selector[LABELS.pod]] as const,
      ),
      ...pods.items.map(
        ({ metadata, status }) => [status?.podIP ?? '', metadata.name] as const,
      ),
    ]);
  }
}
