import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { ControlPlane, controlPlane } from '../faults/ControlPlane';
import { isWrite } from '../faults/FaultProxy';
import { until } from '../support';
import { Fields, InputBench } from './InputBench';

const QUOTAS = { group: '', version: 'v1', plural: 'resourcequotas' };

describe('bad input from a cluster that refuses', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let bench: InputBench;

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
    bench = await InputBench.open(plane);
  });

  afterAll(async () => {
    await bench?.close();
    await plane?.release();
  });

  it('a quota of objects is named, with what to do, and asked again seldom', async () => {
    const quota = (services: string) =>
      client.apply(
        QUOTAS,
        {
          apiVersion: 'v1',
          kind: 'ResourceQuota',
          metadata: { name: 'small', namespace: bench.namespace },
          spec: { hard: { services } },
        },
        { fieldManager: 'operator-e2e' },
      );
    await quota('1');
    await until(
      'the quota counts',
      () => client.get<KubeObject>(QUOTAS, bench.namespace, 'small'),
      ({ status }) => Boolean((status as Fields)?.hard),
    );
    await bench.apply('many');
    const message = await bench.told('many', 'Stalled', 'QuotaExceeded');
    expect(message).toMatch(/exceeded quota: small.*Raise that ResourceQuota/);
    expect(await bench.events('many', 'QuotaExceeded')).toEqual([message]);
    expect((await bench.asked()).length).toBeLessThanOrEqual(1);
    await quota('20');
    await bench.apply('many', {}, { touched: 'yes' });
    await bench.ready('many');
  });

  it('a quota of pods is named, though only events tell of it', async () => {
    await client.create(QUOTAS, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'pods', namespace: bench.namespace },
      spec: { hard: { pods: '2' } },
    });
    await bench.apply('podless', { replicas: 3 });
    const message = await bench.told('podless', 'Stalled', 'QuotaExceeded');
    expect(message).toMatch(/no pod.*exceeded quota: pods.*Raise/);
    expect(await bench.events('podless', 'QuotaExceeded')).toEqual([message]);
    expect((await bench.asked(isWrite)).length).toBe(0);
    await client.delete(QUOTAS, bench.namespace, 'pods');
    await bench.ready('podless');
  });

  it('a claim that cannot grow is named, and the nodes are rolled out all the same', async () => {
    await client
      .create(RESOURCES.storageClasses, {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'rigid' },
        provisioner: 'kubernetes.io/no-provisioner',
        allowVolumeExpansion: false,
      })
      .catch(() => undefined);
    await client.create(RESOURCES.persistentVolumes, {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: `${bench.namespace}-rigid` },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'rigid',
        hostPath: { path: '/nowhere' },
        claimRef: { namespace: bench.namespace, name: 'data-rigid-0' },
      },
    });
    const spec = { storageClass: 'rigid', diskSize: '1Gi' };
    await bench.apply('rigid', spec);
    await bench.ready('rigid');
    await until(
      'the claim is bound',
      () =>
        client.get<KubeObject>(
          RESOURCES.persistentVolumeClaims,
          bench.namespace,
          'data-rigid-0',
        ),
      ({ status }) => (status as Fields)?.phase === 'Bound',
    );
    const [old] = (
      await client.list(RESOURCES.pods, {
        namespace: bench.namespace,
        labelSelector: 'app.kubernetes.io/instance=rigid',
      })
    ).items;
    await bench.apply('rigid', {
      ...spec,
      diskSize: '2Gi',
      monerod: { args: ['--max-concurrency=2'] },
    });
    const message = await bench.told('rigid', 'Stalled', 'ClaimCannotGrow');
    expect(message).toMatch(
      /data-rigid-0 stays at 1Gi.*StorageClass rigid.*2Gi.*allowVolumeExpansion/,
    );
    expect(await bench.events('rigid', 'ClaimCannotGrow')).toEqual([message]);
    await until(
      'the pod is a new one',
      () => client.get(RESOURCES.pods, bench.namespace, 'rigid-0'),
      ({ metadata }) => metadata.uid !== old.metadata.uid,
    );
    await new Promise(resolve => setTimeout(resolve, 1_000));
    expect((await bench.asked()).length).toBeLessThanOrEqual(2);
    await client.delete(
      RESOURCES.persistentVolumes,
      undefined,
      `${bench.namespace}-rigid`,
    );
  });
});
