import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { Condition } from '@monero-portal/monero-api';
import { PROGRESS_WAIT_MS } from '../src/status/StatusReporter';
import {
  ControlPlane,
  controlPlane,
  createNamespace,
} from './faults/ControlPlane';
import { FaultProxy, isWrite } from './faults/FaultProxy';
import { bundle, OperatorProcess } from './faults/OperatorProcess';
import { simulatePods } from './faults/simulatePods';
import { apply, differences, KINDS, manifest } from './faults/world';
import { until } from './support';

const SETS = 10;
/** Long enough for what is not wanted to show itself. */
const WATCHED_MS = 4_000;

/** What the operator asks of a real API server, request by request. */
describe('the operator asks for what it needs, once', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let file: string;
  let namespace: string;
  let proxy: FaultProxy;
  let operator: OperatorProcess;
  const stop = new AbortController();

  const start = () =>
    OperatorProcess.start({
      file,
      server: proxy.url,
      leaseNamespace: namespace,
      options: [`--namespace=${namespace}`],
    });

  const set = (index: number, spec: object = {}) =>
    manifest('MoneroNodeSet', namespace, `set-${index}`, {
      network: 'stagenet',
      monerod: {},
      ...spec,
    });

  const read = (index: number) =>
    client.get<KubeObject>(
      KINDS.MoneroNodeSet.resource,
      namespace,
      `set-${index}`,
    );

  /** Whether the last that was asked for is in order. */
  function isReady({ metadata, status }: KubeObject): boolean {
    const { conditions = [] } = (status ?? {}) as { conditions?: Condition[] };
    return conditions.some(
      ({ type, status: value, observedGeneration }) =>
        type === 'Ready' &&
        value === 'True' &&
        observedGeneration === metadata.generation,
    );
  }

  const passes = () =>
    operator.sum('controller_runtime_reconcile_total', /moneronodeset/);

  /** Requests since a moment, but for the lease and for watches. */
  const asked = (since: number) =>
    proxy
      .since(since, seen => seen.resource !== 'leases' && !seen.isWatch)
      .map(({ method, path }) => `${method} ${path.split('?')[0]}`);

  const pause = () => new Promise(resolve => setTimeout(resolve, WATCHED_MS));

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
    file = await bundle();
    ({ namespace } = await createNamespace(
      client,
      `economy-${Date.now().toString(36)}`,
    ));
    simulatePods(client, namespace, stop.signal);
    proxy = await FaultProxy.start(plane.target);
    operator = await start();
    await until(
      'the operator leads',
      async () => operator.lines('leading').length > 0 && operator.isReady(),
      leads => leads,
    );
  });

  afterAll(async () => {
    stop.abort();
    await operator?.stop();
    await proxy?.stop();
    await client
      ?.delete(RESOURCES.namespaces, undefined, namespace)
      .catch(() => undefined);
    await plane?.release();
  });

  it('makes each child with one request, and reads none', async () => {
    const since = Date.now();
    const sets = Array.from({ length: SETS }, (_, index) => set(index));
    await Promise.all(sets.map(each => apply(client, each)));
    for (const index of sets.keys()) {
      await until(`set-${index} is ready`, () => read(index), isReady);
    }
    expect(await differences(client, namespace)).toEqual([]);
    const requests = asked(since);
    const toChildren = requests.filter(
      each => !/\/(status|events)$/.test(each),
    );
    const desired = KINDS.MoneroNodeSet.desired(await read(0)).length;
    expect(toChildren).toHaveLength(SETS * desired);
    expect(new Set(toChildren).size).toBe(SETS * desired);
    expect(toChildren.filter(each => !each.startsWith('PATCH '))).toEqual([]);
    // How it ended; and how far it was, where pods take longer than a moment.
    const statuses = requests.filter(each => each.endsWith('/status'));
    const moments = Math.floor((Date.now() - since) / PROGRESS_WAIT_MS);
    expect(statuses.length).toBeLessThanOrEqual(SETS * (1 + moments));
    const events = requests.filter(each => /^POST .*\/events$/.test(each));
    expect(events.length).toBeLessThanOrEqual(statuses.length);
  });

  it('takes one pass for a changed object, and writes what differs', async () => {
    await pause();
    const [since, before] = [Date.now(), await passes()];
    const annotations = { 'example.org/changed': 'yes' };
    await apply(client, set(3, { service: { annotations } }));
    await until('the change is carried out', () => read(3), isReady);
    await pause();
    expect(await passes()).toBe(before + 1);
    expect(asked(since)).toEqual([
      `PATCH /api/v1/namespaces/${namespace}/services/set-3-rpc`,
      `PATCH /apis/utxo.com.br/v1alpha1/namespaces/${namespace}/moneronodesets/set-3/status`,
    ]);
  });

  it('asks for nothing at rest', async () => {
    const since = Date.now();
    await pause();
    expect(asked(since)).toEqual([]);
  });

  it('writes nothing when it starts again', async () => {
    await operator.stop();
    const since = Date.now();
    operator = await start();
    await until('every set was looked at', passes, count => count >= SETS);
    await pause();
    expect(
      proxy.since(since, isWrite).map(({ method, path }) => [method, path]),
    ).toEqual([]);
    expect(await passes()).toBe(SETS);
  });
});
