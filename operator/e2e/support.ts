import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { findRunning } from '@monero-portal/dev-cluster';
import {
  createKubeClient,
  KubeClient,
  KubeObject,
  RESOURCES,
  ResourceRef,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { MoneroNodeSet, NODE_SET } from '@monero-portal/monero-api';
import { Pod, StatefulSet } from '../src/machinery/kubeTypes';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';

const ROOT = join(__dirname, '../..');
const OPERATOR_NAMESPACE = 'monero-system';
const METRICS_PORT = 8080;
const EXPORTER_PORT = 9000;
/** A throwaway address: blocks of a private chain have to go somewhere. */
export const WALLET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

/** A node set as it is read back. */
export type LiveNodeSet = MoneroNodeSet & KubeObject;

/** @throws Error when it is not set */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; operator/README.md says how to run`);
  }
  return value;
}

/** A client of the cluster under test. */
export function connect(): KubeClient {
  const target = targetFromKubeconfig(
    required('MONERO_DEV_CLUSTER_KUBECONFIG'),
  );
  return createKubeClient(target, { userAgent: 'operator-e2e' });
}

/** `kubectl ARGS`, as the development cluster brings it, and what it prints. */
export async function kubectl(...args: string[]): Promise<string> {
  const dataDir = required('MONERO_DEV_CLUSTER_DATA');
  const cluster = await findRunning(dataDir);
  if (!cluster?.binDir) throw new Error(`no cluster runs on ${dataDir}`);
  const { stdout } = await promisify(execFile)(
    join(cluster.binDir, 'kubectl'),
    ['--kubeconfig', cluster.kubeconfigPath, ...args],
    { cwd: ROOT, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
  );
  return stdout;
}

/**
 * Asks again and again until an answer satisfies.
 * @throws Error with the last answer when the time is over
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  timeoutMs = 90_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (satisfies(answer)) return answer;
      last = answer;
    } catch (error) {
      last = String(error);
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error(
    `${what}: not within ${timeoutMs} ms; last: ${JSON.stringify(
      last,
      null,
      1,
    )}`,
  );
}

/** Makes namespaces with restricted Pod Security. */
export async function createNamespaces(
  client: KubeClient,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await client.create(RESOURCES.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
  }
}

/** The node sets of one namespace, and the operator. */
export class Bench {
  private readonly stop = new AbortController();

  constructor(readonly client: KubeClient, readonly namespace: string) {}

  /**
   * The operator in the cluster, and a namespace of its own for a test, with
   * restricted Pod Security. `close` removes it.
   *
   * @param name - what the namespace's name begins with
   */
  static async open<B extends Bench>(
    this: new (client: KubeClient, namespace: string) => B,
    name: string,
  ): Promise<B> {
    const bench = new this(connect(), `${name}-e2e-${Date.now().toString(36)}`);
    await bench.deployOperator();
    await createNamespaces(bench.client, [bench.namespace]);
    return bench;
  }

  /** Removes the namespace, without waiting until it is gone. */
  async close(): Promise<void> {
    this.stop.abort();
    await this.client
      .delete(RESOURCES.namespaces, undefined, this.namespace)
      .catch(() => {});
    await this.client.close();
  }

  /** Every state of the namespace's objects of a resource, as they come to be. */
  follow<T extends KubeObject>(resource: ResourceRef): T[] {
    const seen: T[] = [];
    this.client.watch<T>(
      resource,
      { namespace: this.namespace },
      {
        onSync: items => seen.push(...items),
        onChange: (_, object) => seen.push(object),
      },
      { signal: this.stop.signal },
    );
    return seen;
  }

  async deployOperator(): Promise<void> {
    await kubectl(
      'apply',
      '--server-side',
      '--force-conflicts',
      '-k',
      'operator/deploy/dev',
    );
    await kubectl(
      'rollout',
      'status',
      'deployment/monero-operator',
      '-n',
      OPERATOR_NAMESPACE,
      '--timeout=100s',
    );
  }

  async apply(name: string, spec: MoneroNodeSet['spec']): Promise<void> {
    await this.client.apply(
      NODE_SET_RESOURCE,
      {
        apiVersion: NODE_SET.apiVersion,
        kind: NODE_SET.kind,
        metadata: { name, namespace: this.namespace },
        spec,
      },
      { fieldManager: 'operator-e2e' },
    );
  }

  nodeSet(name: string): Promise<LiveNodeSet> {
    return this.client.get<LiveNodeSet>(
      NODE_SET_RESOURCE,
      this.namespace,
      name,
    );
  }

  /** Waits until the set is ready on what was asked of it last. */
  ready(name: string): Promise<LiveNodeSet> {
    return until(
      `${name} is ready`,
      () => this.nodeSet(name),
      set => {
        const ready = condition(set, 'Ready');
        return (
          ready?.status === 'True' &&
          ready.observedGeneration === set.metadata.generation
        );
      },
    );
  }

  async pods(name: string): Promise<Pod[]> {
    const { items } = await this.client.list<Pod>(RESOURCES.pods, {
      namespace: this.namespace,
      labelSelector: `app.kubernetes.io/instance=${name}`,
    });
    return items.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  }

  /** Pod names with their uids: who is still the same. */
  async identities(name: string): Promise<Record<string, string | undefined>> {
    const pods = await this.pods(name);
    return Object.fromEntries(
      pods.map(({ metadata }) => [metadata.name, metadata.uid]),
    );
  }

  statefulSet(name: string): Promise<StatefulSet> {
    return this.client.get(RESOURCES.statefulSets, this.namespace, name);
  }

  /** Names of a resource's objects that belong to a set. */
  async names(
    resource: (typeof RESOURCES)[keyof typeof RESOURCES],
    set: string,
  ): Promise<string[]> {
    const { items } = await this.client.list(resource, {
      namespace: this.namespace,
      labelSelector: `app.kubernetes.io/instance=${set}`,
    });
    return items.map(({ metadata }) => metadata.name).sort();
  }

  /** One value of a pod's exporter. */
  async gauge(pod: string, name: string): Promise<number> {
    const { text } = await this.client.podProxy(
      this.namespace,
      pod,
      EXPORTER_PORT,
      '/metrics',
    );
    const line = text.split('\n').find(each => each.startsWith(`${name} `));
    if (!line) throw new Error(`${pod} has no ${name}`);
    return Number(line.split(' ')[1]);
  }

  /** monerod's version by its exporter, such as 0.18.4.0. */
  async version(pod: string): Promise<string> {
    const { text } = await this.client.podProxy(
      this.namespace,
      pod,
      EXPORTER_PORT,
      '/metrics',
    );
    const match = /^monero_build_info\{version="([\d.]+)/m.exec(text);
    if (!match) throw new Error(`${pod} tells no version`);
    return match[1];
  }

  async heights(set: string): Promise<number[]> {
    const pods = await this.pods(set);
    return Promise.all(
      pods.map(({ metadata }) =>
        this.gauge(metadata.name, 'monero_info_height'),
      ),
    );
  }

  /** Mines blocks on a node. */
  async mine(pod: string, blocks: number): Promise<void> {
    const { status } = await this.rpc<{ status?: string }>(
      pod,
      'generateblocks',
      { amount_of_blocks: blocks, wallet_address: WALLET },
    );
    if (status !== 'OK') throw new Error(`${pod} mined nothing: ${status}`);
  }

  /** Hash of the block with this index, as a node has it. */
  async blockHash(pod: string, index: number): Promise<string> {
    const { block_header: header } = await this.rpc<{
      block_header: { hash: string };
    }>(pod, 'get_block_header_by_height', { height: index });
    return header.hash;
  }

  /** A JSON-RPC call of a node's monerod, by the listener that only its pod reaches. */
  private async rpc<T>(
    pod: string,
    method: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<T> {
    const request = { jsonrpc: '2.0', id: '0', method, params };
    const script = `fetch('http://127.0.0.1:18081/json_rpc',{method:'POST',body:${JSON.stringify(
      JSON.stringify(request),
    )}}).then(r=>r.text()).then(t=>console.log(t))`;
    const answer = await kubectl(
      ...['exec', '-n', this.namespace, pod, '-c', 'exporter'],
      ...['--', 'node', '-e', script],
    );
    const { result } = JSON.parse(answer) as { result?: T };
    if (!result) throw new Error(`${method} on ${pod}: ${answer}`);
    return result;
  }

  async operatorPod(): Promise<Pod> {
    const { items } = await this.client.list<Pod>(RESOURCES.pods, {
      namespace: OPERATOR_NAMESPACE,
      labelSelector: 'app.kubernetes.io/name=monero-operator',
    });
    const [pod] = items.filter(({ metadata }) => !metadata.deletionTimestamp);
    if (!pod) throw new Error('no operator runs');
    return pod;
  }

  killOperator(pod: Pod): Promise<void> {
    return this.client.delete(
      RESOURCES.pods,
      OPERATOR_NAMESPACE,
      pod.metadata.name,
      {
        gracePeriodSeconds: 0,
      },
    );
  }

  /** The operator's metrics: lines by name and labels. */
  async operatorMetrics(): Promise<Map<string, number>> {
    const pod = await this.operatorPod();
    const { text } = await this.client.podProxy(
      OPERATOR_NAMESPACE,
      pod.metadata.name,
      METRICS_PORT,
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

  /** Requests of the operator that write, by method; leases are its only PUTs. */
  async operatorWrites(): Promise<Record<string, number>> {
    const writes: Record<string, number> = {
      PATCH: 0,
      POST: 0,
      DELETE: 0,
      PUT: 0,
    };
    for (const [key, value] of await this.operatorMetrics()) {
      const method = /^rest_client_requests_total\{.*method="(\w+)"/.exec(
        key,
      )?.[1];
      if (method !== undefined && method in writes) writes[method] += value;
    }
    return writes;
  }

  /** Passes that the running operator has made. */
  async reconciliations(): Promise<number> {
    return [...(await this.operatorMetrics())]
      .filter(([key]) => key.startsWith('controller_runtime_reconcile_total'))
      .reduce((sum, [, value]) => sum + value, 0);
  }
}

/** A condition of a node set. */
export function condition(set: LiveNodeSet, type: string) {
  return set.status?.conditions?.find(each => each.type === type);
}
