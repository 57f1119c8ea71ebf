import { KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { NODE_SET_RESOURCE } from '../../src/nodeset/controller';
import { until, WALLET } from '../support';
import { ControlPlane, createNamespace } from './ControlPlane';
import { FaultProxy, isWrite } from './FaultProxy';
import { OperatorProcess } from './OperatorProcess';
import { Random, randomOf } from './random';
import { simulatePods } from './simulatePods';
import { calm, storm } from './weather';
import { apply, differences, manifest, remove } from './world';

const NODE_SETS = 4;
const CHANGE_EVERY_MS = 400;
/** Longest pause of a key that failed all through a storm of a minute, and some. */
const CONVERGE_MS = 120_000;
/** Idle connections are closed after five seconds. */
const QUIET_MS = 8_000;

/** What an operator holds: the same before and after, when nothing leaks. */
export interface Footprint {
  watches: number;
  connections: number;
  files: number;
  heapBytes: number;
}

/** What one storm did, and what it left. */
export interface StormReport {
  seconds: number;
  requests: number;
  faults: Record<string, number>;
  eventFaults: Record<string, number>;
  convergedMs: number;
  before: Footprint;
  after: Footprint;
  /** Requests at rest, after all that, other than the lease's. */
  atRest: string[];
}

/** A world with every kind in it, an operator behind a proxy, and pods that are always ready. */
export class StormBench {
  private readonly stop = new AbortController();

  private constructor(
    private readonly client: KubeClient,
    readonly namespace: string,
    readonly proxy: FaultProxy,
    readonly operator: OperatorProcess,
  ) {}

  static async open(plane: ControlPlane, file: string): Promise<StormBench> {
    const name = `storm-${Date.now().toString(36)}`;
    const { namespace } = await createNamespace(plane.client, name);
    const proxy = await FaultProxy.start(plane.target);
    const operator = await OperatorProcess.start({
      file,
      server: proxy.url,
      leaseNamespace: namespace,
      inspect: true,
      options: [
        `--namespace=${namespace}`,
        '--request-timeout=5',
        '--watch-silence=8',
      ],
    });
    const bench = new StormBench(plane.client, namespace, proxy, operator);
    simulatePods(plane.client, namespace, bench.stop.signal);
    await bench.populate();
    return bench;
  }

  /** Waits until the cluster is what the pure functions want. @returns milliseconds it took */
  async converged(): Promise<number> {
    const startedAt = Date.now();
    await until(
      'the world is golden',
      () => differences(this.client, this.namespace),
      found => found.length === 0,
      CONVERGE_MS,
    );
    return Date.now() - startedAt;
  }

  /** What the operator holds once connections that idle are closed. */
  async footprint(): Promise<Footprint> {
    const read = async () => ({
      watches: this.proxy.watches.size,
      connections: this.proxy.connections,
      files: await this.operator.sum('process_open_fds'),
      heapBytes: await this.operator.heapUsed(),
    });
    let last = await read();
    await until(
      'connections come to rest',
      async () => {
        await new Promise(resolve => setTimeout(resolve, QUIET_MS));
        const now = await read();
        const isSame = now.connections === last.connections;
        last = now;
        return isSame;
      },
      isSame => isSame,
    );
    return last;
  }

  /**
   * A storm: faults at the proxy while somebody changes, deletes and damages
   * things; then calm.
   */
  async weather(seed: number, seconds: number): Promise<StormReport> {
    const random = randomOf(seed);
    const before = await this.footprint();
    const startedAt = Date.now();
    this.proxy.weather = storm(randomOf(seed + 1));
    while (Date.now() - startedAt < seconds * 1000) {
      await this.meddle(random);
      await new Promise(resolve => setTimeout(resolve, CHANGE_EVERY_MS));
    }
    this.proxy.weather = calm;
    await this.populate();
    const convergedMs = await this.converged();
    const after = await this.footprint();
    const restAt = Date.now() - QUIET_MS / 2;
    const seen = this.proxy.since(startedAt);
    const faults: Record<string, number> = {};
    for (const { fault, status } of seen) {
      if (!fault) continue;
      const name = fault === 'status' ? String(status) : fault;
      faults[name] = (faults[name] ?? 0) + 1;
    }
    return {
      seconds,
      requests: seen.length,
      faults,
      eventFaults: Object.fromEntries(this.proxy.eventFaults),
      convergedMs,
      before,
      after,
      atRest: this.proxy
        .since(
          restAt,
          ({ resource, isWatch }) => resource !== 'leases' && !isWatch,
        )
        .map(({ method, path }) => `${method} ${path}`),
    };
  }

  /** Writes seen at the proxy since a moment. */
  writes(since: number): string[] {
    return this.proxy
      .since(since, isWrite)
      .map(({ method, path }) => `${method} ${path}`);
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.operator.stop();
    await this.proxy.stop();
    await this.client
      .delete(RESOURCES.namespaces, undefined, this.namespace)
      .catch(() => undefined);
  }

  /** Every object as it is meant to be. */
  private async populate(): Promise<void> {
    const { client, namespace } = this;
    const make = (
      kind: Parameters<typeof manifest>[0],
      name: string,
      spec: object,
    ) => apply(client, manifest(kind, namespace, name, spec));
    for (let index = 0; index < NODE_SETS; index += 1) {
      await make('MoneroNodeSet', `set-${index}`, nodeSetSpec(2));
    }
    await make('MoneroNetwork', 'net', {
      replicas: 3,
      template: { spec: { network: 'regtest' } },
    });
    await make('MoneroMiningNodeSet', 'miners', {
      replicas: 2,
      wallet: WALLET,
      daemonRef: { name: 'set-0' },
    });
  }

  /** One thing that users and clumsy hands do. */
  private async meddle(random: Random): Promise<void> {
    const { client, namespace } = this;
    const set = `set-${random.below(NODE_SETS)}`;
    const change = (spec: object) =>
      apply(client, manifest('MoneroNodeSet', namespace, set, spec));
    const patch = { type: 'merge' } as const;
    const deeds: Array<() => Promise<unknown>> = [
      () => change(nodeSetSpec(1 + random.below(4))),
      () =>
        change(nodeSetSpec(2, [`--max-concurrency=${1 + random.below(8)}`])),
      () => remove(client, NODE_SET_RESOURCE, namespace, set),
      () => remove(client, RESOURCES.services, namespace, `${set}-rpc`),
      () => remove(client, RESOURCES.statefulSets, namespace, set),
      () => remove(client, RESOURCES.configMaps, namespace, `${set}-monerod`),
      () => remove(client, RESOURCES.pods, namespace, `${set}-0`),
      () =>
        client.patch(
          RESOURCES.services,
          namespace,
          `${set}-rpc`,
          { spec: { sessionAffinity: 'None' } },
          patch,
        ),
      () =>
        client.patch(
          RESOURCES.configMaps,
          namespace,
          `${set}-monerod`,
          { data: { [`${set}-0.conf`]: 'edited by hand' } },
          patch,
        ),
      () =>
        apply(
          client,
          manifest('MoneroNetwork', namespace, 'net', {
            replicas: 2 + random.below(3),
            template: { spec: { network: 'regtest' } },
          }),
        ),
    ];
    // What is missing at the moment cannot be damaged.
    await random
      .pick(deeds)()
      .catch(() => undefined);
  }
}

function nodeSetSpec(replicas: number, args: string[] = []) {
  return { replicas, network: 'regtest', monerod: { args } };
}
