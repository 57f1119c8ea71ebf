import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type PreparedCluster,
  createProgress,
  prepareDevCluster,
  seedGitOpsRepository,
} from '@monero-portal/dev-cluster';
import { type RunningCluster, startCluster } from './cluster';
import {
  type DataFolder,
  lockDataFolder,
  openDataFolder,
  resetDataFolder,
} from './dataFolder';
import { CLUSTER_NAME, NAMESPACES, seedFiles } from './gitops';
import type { LoopOptions } from './options';
import { type Portal, startPortal } from './portal';
import { renderPortalConfig } from './portalConfig';
import { assertDiskSpace, assertPortsFree } from './preflight';
import type { ReportProgress } from './report';

export interface LoopInput extends LoopOptions {
  /** The checkout. */
  root: string;
  /** Ends the start, and everything that the start began. */
  signal: AbortSignal;
  report: ReportProgress;
}

/** The running loop: the portal serves, the cluster may still be building. */
export interface Loop {
  folder: DataFolder;
  portal: Portal;
  /** Resolves when the operator and the GitOps agent run; rejects when they cannot. */
  clusterReady: Promise<RunningCluster>;
  /** Resolves with the reason when something ends that should not. */
  died: Promise<Error>;
  stop(): Promise<void>;
}

async function writePortalConfig(
  folder: DataFolder,
  cluster: PreparedCluster,
  options: LoopOptions,
): Promise<string> {
  const file = path.join(folder.portal, 'app-config.loop.yaml');
  const text = renderPortalConfig({
    port: options.port,
    backendPort: options.backendPort,
    databaseDir: path.join(folder.portal, 'database'),
    cluster: {
      name: CLUSTER_NAME,
      server: cluster.server,
      caPem: cluster.caPem,
      token: cluster.portalToken,
    },
    gitops: { repository: folder.gitops, namespaces: NAMESPACES },
  });
  await writeFile(file, text, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

/**
 * Starts the portal, and beside it the cluster with operator and GitOps agent.
 * Returns when the portal serves; a cluster that cannot run here leaves the
 * portal usable and says why through `clusterReady`.
 *
 * @throws LoopError when a port, the disk or the folder stands in the way
 */
export async function startLoop(input: LoopInput): Promise<Loop> {
  const { root, signal, report } = input;
  const folder = await openDataFolder(input.dataDir);
  const unlock = await lockDataFolder(folder);
  const stops: Array<() => Promise<void>> = [unlock];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    await assertPortsFree({
      port: input.port,
      'backend-port': input.backendPort,
    });
    if (input.reset) await resetDataFolder(folder);
    await assertDiskSpace(folder.root);

    const prepared = await prepareDevCluster({
      dataDir: folder.cluster,
      nodes: input.nodes,
      name: CLUSTER_NAME,
    });
    const example = await readFile(
      path.join(root, 'examples/regtest.yaml'),
      'utf8',
    );
    await seedGitOpsRepository({
      path: folder.gitops,
      files: seedFiles(example),
    });

    const portal = await startPortal({
      root,
      configFile: await writePortalConfig(folder, prepared, input),
      logsDir: folder.logs,
      port: input.port,
      backendPort: input.backendPort,
    });
    stops.push(() => portal.stop());

    const cluster = startCluster({
      root,
      folder,
      nodes: input.nodes,
      signal,
      report,
    });
    stops.push(() => cluster.stop());
    await createProgress(report).run(`portal at ${portal.url}`, () =>
      Promise.race([
        portal.ready(signal),
        portal.died.then(error => Promise.reject(error)),
      ]),
    );
    return {
      folder,
      portal,
      clusterReady: cluster.ready,
      died: Promise.race([portal.died, cluster.died]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
