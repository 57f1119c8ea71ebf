import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ClusterConfig } from '../../config/clusterConfig';
import { CatalogLocator } from './CatalogLocator';

const CA = Buffer.from('-----BEGIN CERTIFICATE-----\nx\n').toString('base64');

function clusterEntity(
  name: string,
  annotations: Record<string, string> = {},
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      ...metadata,
      annotations: {
        'kubernetes.io/api-server': `https://${name}.example.com/`,
        'kubernetes.io/api-server-certificate-authority': CA,
        'kubernetes.io/auth-provider': 'aws',
        'kubernetes.io/aws-assume-role': 'arn:role',
        'example.com/other': 'x',
        ...annotations,
      },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform' },
  };
}

function setup(entities: Entity[]) {
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock.mock();
  catalog.getEntities.mockResolvedValue({ items: entities });
  const seen: (readonly ClusterConfig[])[] = [];
  const locator = new CatalogLocator({
    catalog,
    auth: mockServices.auth(),
    logger,
    settings: { allowedHosts: ['lab.example.com'], allowSkipTLSVerify: true },
    onClusters: clusters => seen.push(clusters),
    lookupHost: async host => [
      host.startsWith('in') ? '10.0.0.1' : '52.95.1.1',
    ],
  });
  const warnings = () =>
    logger.warn.mock.calls.map(([message]) => String(message));
  return { locator, catalog, seen, warnings };
}

describe('CatalogLocator', () => {
  it('reads a cluster as the Kubernetes plugin has it', async () => {
    const { locator, seen } = setup([
      clusterEntity('prod', {}, { title: 'Production', namespace: 'infra' }),
      clusterEntity('lab', {
        'kubernetes.io/api-server': 'http://lab.example.com',
        'kubernetes.io/skip-tls-verify': 'true',
      }),
    ]);
    await expect(locator.look()).resolves.toBe(true);
    expect(seen).toEqual([
      [
        {
          name: 'prod',
          title: 'Production',
          entityRef: 'resource:infra/prod',
          target: {
            server: 'https://prod.example.com',
            caData: '-----BEGIN CERTIFICATE-----\nx\n',
            skipTLSVerify: false,
          },
          cloud: {
            provider: 'aws',
            metadata: expect.objectContaining({
              'kubernetes.io/aws-assume-role': 'arn:role',
            }),
          },
        },
        expect.objectContaining({
          name: 'lab',
          target: expect.objectContaining({ skipTLSVerify: true }),
        }),
      ],
    ]);
    expect(seen[0][0].cloud?.metadata).not.toHaveProperty([
      'example.com/other',
    ]);
  });

  it.each<[string, Entity, string]>([
    [
      'whose token nobody could keep secret',
      clusterEntity('a', { 'kubernetes.io/auth-provider': 'serviceAccount' }),
      'resource:default/a is not watched for Monero nodes: its kubernetes.io/auth-provider is "serviceAccount"',
    ],
    [
      'inside the portal’s own network',
      clusterEntity('inner'),
      'is at 10.0.0.1, which is no public address',
    ],
    [
      'with an authority that is none',
      clusterEntity('a', {
        'kubernetes.io/api-server-certificate-authority': 'bm8=',
      }),
      'is not a base64 encoded PEM certificate',
    ],
    [
      'of a name that is taken',
      clusterEntity('good', {}, { namespace: 'other' }),
      'resource:default/good has the same name',
    ],
  ])('leaves out a cluster %s, and says so once', async (_, entity, why) => {
    const { locator, seen, warnings } = setup([clusterEntity('good'), entity]);
    await locator.look();
    await locator.look();
    expect(seen.map(found => found.map(({ name }) => name))).toEqual([
      ['good'],
      ['good'],
    ]);
    expect(warnings()).toEqual([expect.stringContaining(why)]);
  });

  it('tells nothing while the catalog does not answer', async () => {
    const { locator, catalog, seen, warnings } = setup([clusterEntity('a')]);
    catalog.getEntities.mockRejectedValue(new Error('the catalog is away'));
    await expect(locator.look()).resolves.toBe(false);
    await expect(locator.look()).resolves.toBe(false);
    expect(seen).toEqual([]);
    expect(warnings()).toEqual([
      expect.stringContaining('those that are known stay'),
    ]);
  });
});
