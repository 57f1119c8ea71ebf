import { parse } from 'yaml';
import { renderPortalConfig } from './portalConfig';

describe('renderPortalConfig', () => {
  const config = parse(
    renderPortalConfig({
      port: 3001,
      backendPort: 7008,
      databaseDir: '/d/portal/database',
      cluster: {
        name: 'dev',
        server: 'https://127.0.0.1:16443',
        caPem: 'CA',
        token: '0123abcd',
      },
      gitops: { repository: '/d/gitops.git', namespaces: ['monero'] },
    }),
  );

  it('lets page and backend find each other on their ports', () => {
    expect(config.app.baseUrl).toBe('http://localhost:3001');
    expect(config.backend).toMatchObject({
      baseUrl: 'http://localhost:7008',
      listen: { host: '127.0.0.1', port: 7008 },
      cors: { origin: 'http://localhost:3001' },
    });
  });

  it('names the cluster with its certificate authority in base64', () => {
    expect(config.kubernetes.clusterLocatorMethods[0].clusters).toEqual([
      {
        name: 'dev',
        url: 'https://127.0.0.1:16443',
        authProvider: 'serviceAccount',
        serviceAccountToken: '0123abcd',
        caData: Buffer.from('CA').toString('base64'),
      },
    ]);
  });

  it('points proposals at the repository', () => {
    expect(config.monero.gitops.targets).toEqual([
      expect.objectContaining({
        cluster: 'dev',
        repository: '/d/gitops.git',
        namespaces: ['monero'],
      }),
    ]);
  });
});
