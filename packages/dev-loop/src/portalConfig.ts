import { stringify } from 'yaml';

/** What the portal must be told about the loop around it. */
export interface PortalConfigInput {
  port: number;
  backendPort: number;
  databaseDir: string;
  cluster: { name: string; server: string; caPem: string; token: string };
  gitops: { repository: string; namespaces: string[] };
}

/**
 * The configuration that `npm start` adds to app-config.yaml and
 * app-config.development.yaml. Holds a token: write it where only its owner reads.
 *
 * @returns YAML
 */
export function renderPortalConfig(input: PortalConfigInput): string {
  const appUrl = `http://localhost:${input.port}`;
  return stringify({
    app: { baseUrl: appUrl },
    backend: {
      baseUrl: `http://localhost:${input.backendPort}`,
      listen: { host: '127.0.0.1', port: input.backendPort },
      cors: { origin: appUrl },
      database: {
        client: 'better-sqlite3',
        connection: { directory: input.databaseDir },
      },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'singleTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: input.cluster.name,
              url: input.cluster.server,
              authProvider: 'serviceAccount',
              serviceAccountToken: input.cluster.token,
              caData: Buffer.from(input.cluster.caPem).toString('base64'),
            },
          ],
        },
      ],
    },
    monero: {
      gitops: {
        targets: [
          {
            cluster: input.cluster.name,
            repository: input.gitops.repository,
            branch: 'main',
            path: 'clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml',
            namespaces: input.gitops.namespaces,
          },
        ],
      },
    },
  });
}
