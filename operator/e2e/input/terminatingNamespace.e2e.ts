import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { NODE_SET } from '@monero-portal/monero-api';
import { NODE_SET_RESOURCE } from '../../src/nodeset/controller';
import { ControlPlane, controlPlane } from '../faults/ControlPlane';
import { isWrite } from '../faults/FaultProxy';
import { until } from '../support';
import { InputBench } from './InputBench';

describe('bad input from a namespace that is going', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let bench: InputBench;

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
  });
  beforeEach(async () => {
    bench = await InputBench.open(plane);
  });
  afterEach(() => bench?.close());
  afterAll(() => plane?.release());

  /** Kubernetes empties a namespace only while it has a finalizer there. */
  async function finalizers(own: string[]): Promise<void> {
    const found = await client.get<KubeObject>(
      RESOURCES.namespaces,
      undefined,
      bench.namespace,
    );
    const body = { ...found, spec: { finalizers: own } };
    await client.raw('PUT', `/api/v1/namespaces/${bench.namespace}/finalize`, {
      body,
    });
  }

  const holdUp = (by: string[] | null) =>
    client.patch(
      RESOURCES.namespaces,
      undefined,
      bench.namespace,
      { metadata: { finalizers: by } },
      { type: 'merge' },
    );

  it('nothing is made, and nobody asks again and again', async () => {
    await bench.apply('late');
    await bench.ready('late');
    // Something holds the namespace up, as stuck finalizers do.
    await bench.patch('late', {
      metadata: { finalizers: ['example.org/stuck'] },
    });
    await client.create(NODE_SET_RESOURCE, {
      apiVersion: NODE_SET.apiVersion,
      kind: NODE_SET.kind,
      metadata: {
        name: 'kept',
        namespace: bench.namespace,
        finalizers: ['example.org/stuck'],
      },
      spec: { network: 'regtest', paused: true, monerod: {} },
    });
    await client.delete(RESOURCES.namespaces, undefined, bench.namespace);
    await until(
      'the namespace is emptied',
      () => client.list(RESOURCES.services, { namespace: bench.namespace }),
      ({ items }) => items.length === 0,
    );
    // What was told while it was emptied is told.
    await until(
      'nothing of the set is written any more',
      () => bench.nodeSet('late'),
      ({ metadata }) =>
        metadata.deletionTimestamp !== undefined &&
        !bench.proxy.seen.some(
          seen => isWrite(seen) && seen.at > Date.now() - 2_000,
        ),
    );
    const since = bench.proxy.seen.length;
    expect(await bench.asked(isWrite)).toEqual([]);
    expect(
      bench.proxy.seen
        .slice(since)
        .filter(seen => isWrite(seen) && seen.status < 300),
    ).toEqual([]);
    for (const name of ['late', 'kept']) {
      await bench.patch(name, { metadata: { finalizers: null } });
    }
  });

  it('is told where it is held up, and asked seldom', async () => {
    await bench.apply('kept');
    await bench.ready('kept');
    await holdUp(['example.org/held']);
    await finalizers([]);
    await client.delete(RESOURCES.namespaces, undefined, bench.namespace);
    await client.delete(RESOURCES.services, bench.namespace, 'kept-rpc');
    const message = await bench.told('kept', 'Stalled', 'NamespaceTerminating');
    expect(message).toMatch(/namespace is being deleted/);
    expect((await bench.asked(isWrite)).length).toBeLessThanOrEqual(1);
    await finalizers(['kubernetes']);
    await holdUp(null);
    await until(
      'the namespace is gone',
      () =>
        client.list(RESOURCES.namespaces, {
          fieldSelector: `metadata.name=${bench.namespace}`,
        }),
      ({ items }) => items.length === 0,
    );
  });
});
