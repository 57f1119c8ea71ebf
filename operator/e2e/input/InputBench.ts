import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { Condition, NODE_SET } from '@monero-portal/monero-api';
import { NODE_SET_RESOURCE } from '../../src/nodeset/controller';
import { ControlPlane, createNamespace } from '../faults/ControlPlane';
import { FaultProxy, Seen } from '../faults/FaultProxy';
import { bundle, OperatorProcess } from '../faults/OperatorProcess';
import { simulatePods } from '../faults/simulatePods';
import { until } from '../support';

/** Long enough for a loop to show itself. */
const WATCHED_MS = 4_000;
const TOLD_TIMEOUT_MS = 30_000;
const EVENT_TIMEOUT_MS = 10_000;

export type Fields = Record<string, unknown>;

/** A condition of a node set, whatever its status looks like. */
export const conditionOf = ({ status }: KubeObject, type: string) =>
  (status as { conditions?: Condition[] } | undefined)?.conditions?.find(
    each => each.type === type,
  );

/**
 * One namespace whose pods are ready at once, its operator, and what that asks
 * of the API server: bad input makes a condition, an event, and no loop.
 */
export class InputBench {
  private readonly stop = new AbortController();

  private constructor(
    readonly client: KubeClient,
    readonly namespace: string,
    readonly proxy: FaultProxy,
    readonly operator: OperatorProcess,
  ) {}

  static async open({ client, target }: ControlPlane): Promise<InputBench> {
    const file = await bundle();
    const { namespace } = await createNamespace(
      client,
      `input-${Date.now().toString(36)}`,
    );
    const proxy = await FaultProxy.start(target);
    const operator = await OperatorProcess.start({
      file,
      server: proxy.url,
      leaseNamespace: 'default',
      options: [`--namespace=${namespace}`],
    });
    const bench = new InputBench(client, namespace, proxy, operator);
    simulatePods(client, namespace, bench.stop.signal);
    return bench;
  }

  /**
   * Removes the namespace, without waiting until it is gone.
   * @throws Error when the operator has crashed meanwhile, which it never may
   */
  async close(): Promise<void> {
    this.stop.abort();
    const { isRunning } = this.operator;
    const how = await this.operator.stop();
    await this.proxy.stop();
    await this.client
      .delete(RESOURCES.namespaces, undefined, this.namespace)
      .catch(() => undefined);
    if (!isRunning) throw new Error(`the operator ended by itself: ${how}`);
  }

  nodeSet(name: string): Promise<KubeObject> {
    return this.client.get<KubeObject>(NODE_SET_RESOURCE, this.namespace, name);
  }

  async apply(
    name: string,
    spec: Fields = {},
    annotations?: Record<string, string>,
  ): Promise<void> {
    await this.client.apply<KubeObject>(
      NODE_SET_RESOURCE,
      {
        apiVersion: NODE_SET.apiVersion,
        kind: NODE_SET.kind,
        metadata: { name, namespace: this.namespace, annotations },
        spec: { network: 'regtest', monerod: {}, ...spec },
      },
      { fieldManager: 'operator-e2e' },
    );
  }

  /** Changes fields of a node set, as one does who is not its owner. */
  async patch(name: string, fields: Fields): Promise<void> {
    await this.client.patch(NODE_SET_RESOURCE, this.namespace, name, fields, {
      type: 'merge',
    });
  }

  /** Writes fields of a node set's status, which is the operator's. */
  async patchStatus(name: string, status: Fields): Promise<void> {
    await this.client.patch(
      NODE_SET_RESOURCE,
      this.namespace,
      name,
      { status },
      { type: 'merge', subresource: 'status' },
    );
  }

  /**
   * Waits for a condition with this reason.
   * @returns its sentence
   * @throws Error when it is not about the spec as it is
   */
  async told(name: string, type: string, reason: string): Promise<string> {
    const set = await until(
      `${name} says ${reason}`,
      () => this.nodeSet(name),
      each => conditionOf(each, type)?.reason === reason,
      TOLD_TIMEOUT_MS,
    );
    const { observedGeneration, message = '' } = conditionOf(set, type) ?? {};
    const { generation } = set.metadata;
    if (observedGeneration !== generation) {
      throw new Error(
        `${name} says ${reason} of generation ${observedGeneration}, and it is ${generation}`,
      );
    }
    return message;
  }

  ready(name: string): Promise<string> {
    return this.told(name, 'Ready', 'AllInSync');
  }

  /** Events of a reason about an object, in the events' own words. */
  async events(name: string, reason: string): Promise<string[]> {
    const found = await until(
      `an event ${reason}`,
      () =>
        this.client.list<KubeObject & { note?: string }>(RESOURCES.events, {
          namespace: this.namespace,
          fieldSelector: `regarding.name=${name},reason=${reason}`,
        }),
      ({ items }) => items.length > 0,
      EVENT_TIMEOUT_MS,
    );
    return found.items.map(({ note }) => note ?? '');
  }

  /** What the operator asks within a while, its lease and watches aside. */
  async asked(
    satisfies: (seen: Seen) => boolean = () => true,
  ): Promise<string[]> {
    // What was decided before may still be on its way.
    await new Promise(resolve => setTimeout(resolve, 1_000));
    const since = Date.now();
    await new Promise(resolve => setTimeout(resolve, WATCHED_MS));
    return this.proxy
      .since(
        since,
        seen => seen.resource !== 'leases' && !seen.isWatch && satisfies(seen),
      )
      .map(({ method, path }) => `${method} ${path}`);
  }
}
