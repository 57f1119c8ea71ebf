import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { KubeClient, KubeTarget } from '@monero-portal/kube-client';
import { composeClusters } from './composeClusters';
import { FakeKube, nodeSetObject } from './testing/fakeKube';

const CA = Buffer.from('-----BEGIN CERTIFICATE-----\nx\n').toString('base64');

const entity = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    annotations: {
      'kubernetes.io/api-server': `https://${name}.example.com`,
      'kubernetes.io/api-server-certificate-authority': CA,
      'kubernetes.io/auth-provider': 'aws',
    },
  },
  spec: { type: 'kubernetes-cluster', owner: 'platform' },
});

function setup() {
  const all = new AbortController();
  const opened = new Map<string, FakeKube & Pick<KubeClient, 'close'>>();
  const getEntities = jest.fn();
  const closed: string[] = [];
  const composed = composeClusters(
    {
      auth: mockServices.auth(),
      catalog: { ...catalogServiceMock.mock(), getEntities },
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'own',
                    url: 'https://own.example.com',
                    authProvider: 'serviceAccount',
                    serviceAccountToken: 'token',
                  },
                ],
              },
              {
                type: 'catalog',
                dangerouslyAllowClusterUrls: ['*.example.com'],
              },
            ],
          },
        },
      }),
      signal: all.signal,
      connect: ({ server }: KubeTarget) => {
        const client = Object.assign(new FakeKube(), {
          close: async () => {
            closed.push(server);
          },
        });
        opened.set(server, client);
        // Watches alone are asked of it here.
        return client as unknown as KubeClient;
      },
    },
    { onSample: () => {}, onSource: () => {} },
  );
  const names = () => composed.clusters.list().map(({ name }) => name);
  return { ...composed, names, opened, closed, getEntities, all };
}

describe('composeClusters', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('watches what the configuration and the catalog name, as it comes and goes', async () => {
    const { start, names, clusters, isLocating, getEntities, ...seen } =
      setup();
    getEntities.mockRejectedValueOnce(new Error('the catalog is starting'));
    getEntities.mockResolvedValueOnce({ items: [entity('eks')] });
    getEntities.mockResolvedValueOnce({ items: [] });
    expect([names(), isLocating()]).toEqual([[], true]);

    start();
    await jest.advanceTimersByTimeAsync(0);
    expect([names(), isLocating()]).toEqual([['own'], true]);

    await jest.advanceTimersByTimeAsync(5_000);
    expect([names(), isLocating()]).toEqual([['own', 'eks'], false]);
    expect(clusters.get('eks')?.entityRef).toBe('resource:default/eks');

    const changes: unknown[] = [];
    clusters.subscribe(change => changes.push(change));
    seen.opened
      .get('https://eks.example.com')
      ?.sync('moneronodesets', [nodeSetObject()]);
    changes.length = 0;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(names()).toEqual(['own']);
    expect(seen.closed).toEqual(['https://eks.example.com']);
    expect(changes).toContainEqual({
      cluster: 'eks',
      object: { kind: 'MoneroNodeSet', namespace: 'monero', name: 'web' },
    });
    seen.all.abort();
    expect(seen.closed).toHaveLength(2);
  });
});
