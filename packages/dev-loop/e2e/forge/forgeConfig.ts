import type { Gitea } from '@monero-portal/dev-cluster';
import { stringify } from 'yaml';

/** The parts of the loop's own configuration that are changed here. */
export interface LoopConfig {
  app: { baseUrl: string };
  backend: { baseUrl: string };
  [key: string]: unknown;
}

/** What differs from the loop that runs. */
export interface ForgeConfigInput {
  gitea: Pick<Gitea, 'url' | 'user' | 'token'>;
  /** The GitOps repository there. */
  repository: string;
  /** Path pattern of its files. */
  path: string;
  namespace: string;
  label: string;
  webhookSecret: string;
  backendPort: number;
  /** For what the backend keeps, but for its database, which is in memory. */
  workingDirectory: string;
}

/**
 * The loop's own configuration, with a forge in place of plain git. It polls
 * once an hour, so that what is noticed sooner is noticed by a webhook. Holds a
 * token: write it where only its owner reads. Pure.
 *
 * @returns YAML
 */
export function forgeConfig(loop: LoopConfig, input: ForgeConfigInput): string {
  const { gitea, backendPort } = input;
  return stringify({
    ...loop,
    backend: {
      ...loop.backend,
      baseUrl: `http://localhost:${backendPort}`,
      listen: { host: '127.0.0.1', port: backendPort },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      workingDirectory: input.workingDirectory,
    },
    integrations: {
      gitea: [
        {
          host: new URL(gitea.url).host,
          baseUrl: gitea.url,
          username: gitea.user,
          password: gitea.token,
        },
      ],
    },
    monero: {
      gitops: {
        targets: [
          {
            cluster: 'dev',
            repository: input.repository,
            path: input.path,
            namespaces: [input.namespace],
            pullRequest: { labels: [input.label] },
            webhookSecret: input.webhookSecret,
            pollSeconds: 3600,
          },
        ],
      },
    },
  });
}
