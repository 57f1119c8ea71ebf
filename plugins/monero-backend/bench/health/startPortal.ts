import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from '@monero-portal/dev-cluster';
import type { BackendOrders } from './backend';
import { Child } from './messages';
import { PROMETHEUS, SCRAPE_SECONDS } from './prometheusAnswer';
import type { Portal } from './Tab';

/** Made up: the API server of a benchmark asks nobody who they are. */
const TOKEN = 'benchmark-token-of-no-value';

/** A running backend that watches one cluster. */
export interface RunningPortal extends Portal {
  backend: Child<BackendOrders>;
  stop(): Promise<void>;
}

/** The API server that a portal watches. */
export interface WatchedServer {
  url: string;
  cert: string;
  /** Whether a Prometheus behind it is asked, instead of the exporters. */
  byPrometheus: boolean;
}

/** Starts the backend of a portal against an API server. */
export async function startPortal(
  cluster: WatchedServer,
): Promise<RunningPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'monero-bench-'));
  const [port] = await findFreePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const file = join(folder, 'app-config.json');
  await writeFile(file, JSON.stringify(configOf(url, port, cluster)));
  const backend = await Child.start<BackendOrders>(
    join(__dirname, 'backend.ts'),
    ['--config', file],
    ['--expose-gc', '--no-node-snapshot'],
  );
  return {
    ...{ url, token: TOKEN, backend },
    async stop() {
      await backend.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function configOf(url: string, port: number, cluster: WatchedServer) {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
    },
    monero: cluster.byPrometheus
      ? {
          health: {
            prometheus: [
              {
                cluster: 'bench',
                service: PROMETHEUS,
                scrapeIntervalSeconds: SCRAPE_SECONDS,
              },
            ],
          },
        }
      : {},
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'bench',
              url: cluster.url,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'nobody-asks',
              caData: Buffer.from(cluster.cert).toString('base64'),
            },
          ],
        },
      ],
    },
  };
}
