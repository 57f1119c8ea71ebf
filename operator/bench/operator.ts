/**
 * `npm run bench -- operator`: how fast and how large the operator is, on a real
 * API server with its controllers and pods that are only said to be ready.
 * BENCH_NODE_SETS changes the 1,000.
 */
import {
  createKubeClient,
  KubeClient,
  KubeObject,
  RESOURCES,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Condition } from '@monero-portal/monero-api';
import {
  ControlPlane,
  controlPlane,
  createNamespace,
} from '../e2e/faults/ControlPlane';
import { bundle, OperatorProcess } from '../e2e/faults/OperatorProcess';
import { simulatePods } from '../e2e/faults/simulatePods';
import { KINDS, manifest } from '../e2e/faults/world';
import { until } from '../e2e/support';
import { withFingerprint } from '../src/machinery/planChanges';
import { CHILD_RESOURCES, ChildKind } from '../src/nodeset/children';
import { bareLoop, Item } from './bareLoop';
import { Cost, race, Runner, whenComplete } from './race';

const SIZES = (process.env.BENCH_NODE_SETS ?? '100,1000')
  .split(',')
  .map(Number);
/** As many as the operator works with at once for a kind. */
const CONNECTIONS = 4;
const REST_MS = 20_000;
const PATIENCE_MS = 900_000;

const say = (what: string, value: string | number) =>
  process.stdout.write(`${what.padEnd(58)} ${value}\n`);

const nodeSets = (namespace: string, count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({
    resource: KINDS.MoneroNodeSet.resource,
    object: manifest('MoneroNodeSet', namespace, `set-${index}`, {
      network: 'stagenet',
      monerod: {},
    }),
  }));

const childrenOf = (nodeSet: KubeObject): Item[] =>
  KINDS.MoneroNodeSet.desired(nodeSet)
    .map(withFingerprint)
    .map(object => ({
      resource: CHILD_RESOURCES[object.kind as ChildKind],
      object,
    }));

/** Requests of an operator so far, by method and in all. */
async function requests(operator: OperatorProcess) {
  const byMethod = async (method: string) =>
    operator.sum(
      'rest_client_requests_total',
      new RegExp(`method="${method}"`),
    );
  return {
    reads: await byMethod('GET'),
    applies: await byMethod('PATCH'),
    creates: await byMethod('POST'),
    deletes: await byMethod('DELETE'),
    leases: await byMethod('PUT'),
  };
}

type Counts = Awaited<ReturnType<typeof requests>>;

const minus = (a: Counts, b: Counts): Counts => ({
  reads: a.reads - b.reads,
  applies: a.applies - b.applies,
  creates: a.creates - b.creates,
  deletes: a.deletes - b.deletes,
  leases: a.leases - b.leases,
});

const words = (counts: Counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');

const megabytes = async (operator: OperatorProcess) =>
  `${Math.round(
    (await operator.sum('process_resident_memory_bytes')) / 2 ** 20,
  )} MiB RSS, ${Math.round(
    (await operator.sum('nodejs_heap_size_used_bytes')) / 2 ** 20,
  )} MiB heap`;

async function countReady(
  client: KubeClient,
  namespace: string,
  resource: ResourceRef,
) {
  const { items } = await client.list<KubeObject>(resource, { namespace });
  return items.filter(({ status }) =>
    (status as { conditions?: Condition[] } | undefined)?.conditions?.some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    ),
  ).length;
}

class Bench {
  constructor(
    private readonly plane: ControlPlane,
    private readonly file: string,
  ) {}

  private start(namespace: string): Promise<OperatorProcess> {
    return OperatorProcess.start({
      file: this.file,
      kubeconfig: this.plane.kubeconfig,
      leaseNamespace: namespace,
      options: [`--namespace=${namespace}`],
    });
  }

  private async leading(operator: OperatorProcess): Promise<void> {
    await until(
      'the operator leads',
      async () => operator.lines('leading').length > 0 && operator.isReady(),
      leads => leads,
    );
  }

  async sets(count: number): Promise<void> {
    const { client } = this.plane;
    process.stdout.write(`\n${count} node sets of one pod\n`);
    const stop = new AbortController();
    const names = ['bare', 'bench'].map(
      name => `${name}-${count}-${Date.now().toString(36)}`,
    );
    const [bare, own] = names;
    for (const name of names) {
      await createNamespace(client, name);
      simulatePods(client, name, stop.signal);
    }
    let operator = await this.start(own);
    await this.leading(operator);
    const before = await requests(operator);
    await this.race(bare, own, count, stop.signal);
    say('… requests', words(minus(await requests(operator), before)));
    say(
      '… passes',
      await operator.sum('controller_runtime_reconcile_total', /moneronodeset/),
    );
    say(
      '… processor time of the operator',
      `${Math.round(
        1000 * (await operator.sum('process_cpu_seconds_total')),
      )} ms`,
    );
    say('memory after that', await megabytes(operator));
    await this.rest(operator);
    await this.oneChange(operator, own);
    await operator.stop();

    const restartedAt = Date.now();
    operator = await this.start(own);
    await until(
      'it is ready',
      () => operator.isReady(),
      isReady => isReady,
    );
    say('restart: to ready', `${Date.now() - restartedAt} ms`);
    await this.leading(operator);
    await until(
      'every set was looked at',
      () =>
        operator.sum(
          'controller_runtime_reconcile_total',
          /moneronodeset.*success/,
        ),
      passes => passes >= count,
      PATIENCE_MS,
    );
    say('… to every set looked at', `${Date.now() - restartedAt} ms`);
    const { applies, creates, deletes } = await requests(operator);
    say('… writes', applies + creates + deletes);
    say('memory after that', await megabytes(operator));
    await this.rest(operator);
    await operator.stop();
    stop.abort();
    for (const name of names) await this.drain(name);
  }

  /** The bare loop against the operator. */
  private async race(
    bare: string,
    own: string,
    count: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { client, target } = this.plane;
    const apply = (
      namespace: string,
      next: Parameters<typeof bareLoop>[3],
      [from, to]: [number, number],
    ) =>
      bareLoop(target, nodeSets(namespace, to).slice(from), CONNECTIONS, next);
    const runners: Runner[] = [
      {
        // Nobody looks after these sets but the loop.
        name: 'bare loop',
        make: (...range) => apply(bare, childrenOf, range),
        ready: () => countReady(client, bare, RESOURCES.pods),
      },
      {
        name: 'operator',
        make: async (...range) => {
          const complete = whenComplete(client, own, range[1], signal);
          await apply(own, () => [], range);
          await complete;
        },
        ready: () => countReady(client, own, KINDS.MoneroNodeSet.resource),
      },
    ];
    const [loop, operator] = await race(client, runners, count);
    const inWords = ({ passed, server }: Cost) =>
      `${passed} ms, ${Math.round(server)} ms of the API server's processors`;
    say('bare loop: sets and their children', inWords(loop));
    say('operator: from the first apply to the last child', inWords(operator));
    say(
      '… against the bare loop',
      `${(operator.passed / loop.passed).toFixed(2)} times, ${(
        operator.server / loop.server
      ).toFixed(2)} times`,
    );
  }

  async network(members: number): Promise<void> {
    const { client } = this.plane;
    process.stdout.write(`\nA network of ${members}\n`);
    const stop = new AbortController();
    const namespace = `bench-network-${Date.now().toString(36)}`;
    await createNamespace(client, namespace);
    simulatePods(client, namespace, stop.signal);
    const operator = await this.start(namespace);
    await this.leading(operator);
    const before = await requests(operator);
    const complete = whenComplete(client, namespace, members, stop.signal).then(
      () => Date.now(),
    );
    const startedAt = Date.now();
    await client.apply(
      KINDS.MoneroNetwork.resource,
      manifest('MoneroNetwork', namespace, 'net', {
        replicas: members,
        template: { spec: { network: 'regtest' } },
      }),
      { fieldManager: 'bench' },
    );
    say(
      'from apply to the last StatefulSet',
      `${(await complete) - startedAt} ms`,
    );
    await until(
      'the network is ready',
      () => countReady(client, namespace, KINDS.MoneroNetwork.resource),
      ready => ready === 1,
      PATIENCE_MS,
    );
    say('… to Ready', `${Date.now() - startedAt} ms`);
    say('… requests', words(minus(await requests(operator), before)));
    say('memory after that', await megabytes(operator));
    await operator.stop();
    stop.abort();
    await this.drain(namespace);
  }

  private async rest(operator: OperatorProcess): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, 3_000));
    const before = await requests(operator);
    await new Promise(resolve => setTimeout(resolve, REST_MS));
    say(
      `at rest, requests in ${REST_MS / 1000} s`,
      words(minus(await requests(operator), before)),
    );
  }

  private async oneChange(operator: OperatorProcess, namespace: string) {
    const passes = () =>
      operator.sum('controller_runtime_reconcile_total', /moneronodeset/);
    const [before, passesBefore] = [await requests(operator), await passes()];
    // Of what the API server does with it nothing comes back: no template changes.
    await this.plane.client.apply(
      KINDS.MoneroNodeSet.resource,
      manifest('MoneroNodeSet', namespace, 'set-0', {
        network: 'stagenet',
        monerod: {},
        service: { annotations: { 'example.org/changed': 'yes' } },
      }),
      { fieldManager: 'bench' },
    );
    await new Promise(resolve => setTimeout(resolve, 2_000));
    say('one object changed: passes', (await passes()) - passesBefore);
    say('… requests', words(minus(await requests(operator), before)));
  }

  /** Removes a namespace, so that its controllers do not work beside the next measurement. */
  private async drain(namespace: string): Promise<void> {
    const client = createKubeClient(this.plane.target);
    await client.delete(RESOURCES.namespaces, undefined, namespace);
    await until(
      `${namespace} is gone`,
      () =>
        client.list(RESOURCES.namespaces, {
          fieldSelector: `metadata.name=${namespace}`,
        }),
      ({ items }) => items.length === 0,
      PATIENCE_MS,
    );
    await client.close();
  }
}

async function main(): Promise<void> {
  const plane = await controlPlane();
  try {
    const bench = new Bench(plane, await bundle());
    await bench.network(20);
    for (const size of SIZES) await bench.sets(size);
  } finally {
    await plane.release();
  }
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
