import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { FakeCluster } from '../testing/FakeCluster';
import { noteWrites } from './noteWrites';
import { Store } from './Store';

const service: KubeObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a', namespace: 'ns', resourceVersion: '2' },
};

describe('noteWrites', () => {
  it('shows stores of the resource, and no others, what writes returned', async () => {
    const cluster = new FakeCluster();
    const written = { ...service, metadata: { ...service.metadata } };
    jest.spyOn(cluster, 'apply').mockResolvedValue(written as never);
    jest.spyOn(cluster, 'patch').mockResolvedValue(written as never);
    const services = new Store<KubeObject>({ resource: RESOURCES.services });
    const pods = new Store<KubeObject>({ resource: RESOURCES.pods });
    const noted: string[] = [];
    jest
      .spyOn(services, 'ended')
      .mockImplementation((key, result) =>
        noted.push(`${key} ${result?.metadata.resourceVersion}`),
      );
    const other = jest.spyOn(pods, 'ended');
    const client = noteWrites(cluster as unknown as KubeClient, [
      services,
      pods,
    ]);
    const options = { fieldManager: 'me' };
    await client.apply(RESOURCES.services, service, options);
    await client.apply(RESOURCES.services, service, {
      ...options,
      dryRun: true,
    });
    await client.patch(RESOURCES.services, 'ns', 'a', {}, { type: 'merge' });
    expect(noted).toEqual(['ns/a 2', 'ns/a 2']);
    expect(other).not.toHaveBeenCalled();
    await client.delete(RESOURCES.services, 'ns', 'a');
    expect(cluster.log).toEqual(['delete services/a']);
  });
});
