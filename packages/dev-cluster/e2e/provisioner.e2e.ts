import { existsSync } from 'node:fs';
import { RESOURCES } from '@monero-portal/kube-client';
import type { Claim, Volume } from '../src/provisioner/types';
import { find, sharedCluster, SharedCluster } from './sharedCluster';
import { waitFor } from './support';

describe('a claim', () => {
  let cluster: SharedCluster;
  let namespace: string;

  beforeAll(async () => {
    cluster = await sharedCluster();
    namespace = `e2e-${cluster.unique}`;
    await cluster.client.create(RESOURCES.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    await cluster.client.create(RESOURCES.persistentVolumeClaims, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    });
  }, 300_000);

  afterAll(async () => {
    if (!cluster) return;
    await cluster.client.delete(RESOURCES.namespaces, undefined, namespace);
    await cluster.release();
  });

  const claim = async () => {
    const found = await find<Claim>(
      cluster.client,
      RESOURCES.persistentVolumeClaims,
      namespace,
      'data',
    );
    if (!found) throw new Error('the claim is gone');
    return found;
  };
  const volumeOf = ({ spec }: Claim) =>
    find<Volume>(
      cluster.client,
      RESOURCES.persistentVolumes,
      undefined,
      spec.volumeName ?? '',
    );

  it('waits until a pod wants it', async () => {
    await waitFor('the event', async () => {
      const { items } = await cluster.client.list(RESOURCES.events, {
        namespace,
      });
      return items.some(event => event.reason === 'WaitForFirstConsumer');
    });
    expect((await claim()).spec.volumeName).toBeUndefined();
  });

  it('gets a volume with a folder when a pod is placed', async () => {
    await cluster.client.create(RESOURCES.pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'consumer', namespace },
      spec: {
        containers: [
          {
            name: 'idle',
            image: 'docker.io/monero-portal/pause:1',
            imagePullPolicy: 'Never',
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
        ],
        terminationGracePeriodSeconds: 1,
      },
    });
    await waitFor('the pod', async () => {
      const pod = await find<Claim>(
        cluster.client,
        RESOURCES.pods,
        namespace,
        'consumer',
      );
      return pod?.status?.phase === 'Running';
    });
    const volume = await volumeOf(await claim());
    expect(volume?.spec.claimRef?.uid).toBe((await claim()).metadata.uid);
    expect(existsSync(volume?.spec.hostPath?.path ?? '')).toBe(true);
  });

  it('grows', async () => {
    await cluster.client.patch(
      RESOURCES.persistentVolumeClaims,
      namespace,
      'data',
      { spec: { resources: { requests: { storage: '2Gi' } } } },
      { type: 'merge' },
    );
    await waitFor('the capacity', async () => {
      return (await claim()).status?.capacity?.storage === '2Gi';
    });
    expect((await volumeOf(await claim()))?.spec.capacity?.storage).toBe('2Gi');
  });

  it('takes volume and folder along when it goes', async () => {
    const { spec } = await claim();
    const volume = await volumeOf(await claim());
    await cluster.client.delete(RESOURCES.pods, namespace, 'consumer');
    await cluster.client.delete(
      RESOURCES.persistentVolumeClaims,
      namespace,
      'data',
    );
    await waitFor('the end of the volume', async () => {
      const left = await find(
        cluster.client,
        RESOURCES.persistentVolumes,
        undefined,
        spec.volumeName ?? '',
      );
      return left === undefined;
    });
    expect(existsSync(volume?.spec.hostPath?.path ?? '')).toBe(false);
  });
});
