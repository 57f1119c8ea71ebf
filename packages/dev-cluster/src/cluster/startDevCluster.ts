import { buildBinaries } from '../build/buildBinaries';
import { nodeNames } from '../config/network';
import { nodePaths } from '../config/nodeFiles';
import { DevClusterError } from '../errors';
import { checkHost } from '../host/checkHost';
import { assertFreeSpace } from '../host/diskSpace';
import { ensureInotify } from '../host/inotify';
import { buildImages, ensureImages } from '../images';
import { createProgress, type Progress } from '../progress';
import { startProvisioner } from '../provisioner';
import type { DevCluster, StartOptions } from '../types';
import { createApiClient } from './apiClient';
import { bringUp, ctr } from './bringUp';
import { createCleanup, type Cleanup } from './cleanup';
import { holdInstance } from './instanceLock';
import { openSandbox, type Sandbox } from './openSandbox';
import { prepare, type Preparation } from './prepareDevCluster';
import { clusterPrograms, type ProbeTools } from './programs';
import { createSupervisor } from './supervisor';

const IMPORT_TIMEOUT_MS = 300_000;

/** What the steps of a start share. */
interface Start {
  options: StartOptions;
  progress: Progress;
  cleanup: Cleanup;
  signal: AbortSignal;
}

/** Starts the programs in the sandbox; resolves when pods can run. */
async function startPrograms(
  { options, progress, cleanup, signal }: Start,
  prepared: Preparation,
  sandbox: Sandbox,
  binaries: { binDir: string; pauseImage: string },
): Promise<void> {
  const startedAt = new Date();
  const { exec, wrap, dial, outsidePath } = sandbox;
  const { nodes, layout } = prepared;
  const supervisor = createSupervisor({
    ...{ wrap, signal, logsDir: layout.logs },
    onRestart: (program, how) =>
      options.onProgress?.({
        step: `Restart ${program}`,
        state: 'progress',
        detail: `it ended: ${how}`,
        elapsedMs: Date.now() - startedAt.getTime(),
      }),
  });
  cleanup.add(() => supervisor.stop());
  const api = createApiClient({
    port: prepared.apiPort,
    ca: prepared.caPem,
    credentials: prepared.pki.certificates.admin,
    signal,
  });
  const { binDir, pauseImage } = binaries;
  const tools: ProbeTools = { binDir, dial, outsidePath, api };
  await bringUp({
    ...{ nodes, tools, supervisor, progress },
    ...{ exec, pauseImage, startedAt, signal },
  });
  if (nodes === 0) return;
  // Nothing waits for metrics: they need half a minute to have something to say.
  void supervisor.start(clusterPrograms(tools).metricsServer).catch(() => {});
}

function describe(
  { cleanup, signal }: Start,
  prepared: Preparation,
  { exec, ended }: Sandbox,
  binDir: string,
): DevCluster {
  const { name, server, caPem, kubeconfigPath, portalToken, dataDir } =
    prepared;
  const names = nodeNames(prepared.nodes);
  return {
    ...{ name, server, caPem, kubeconfigPath, portalToken, dataDir },
    ...{ nodeNames: names, binDir, exec },
    async importImage(tarPath) {
      const commands = names.map(node =>
        ctr(binDir, node, 'images', 'import', tarPath),
      );
      const options = { timeoutMs: IMPORT_TIMEOUT_MS, signal };
      await Promise.all(commands.map(command => exec(command, options)));
    },
    containerdAddress: node => nodePaths(node).containerdSocket,
    stop: () => cleanup.run(),
    died: ended.then(() =>
      // After a stop nobody asks: it was wanted.
      cleanup.started
        ? new Promise<never>(() => {})
        : new DevClusterError('Died', 'The cluster ended by itself.'),
    ),
  };
}

/** Assembles the images while the rest is built and started. */
function startImages({ options, progress, signal }: Start) {
  if (options.images === false) return undefined;
  const built = progress.run('Assemble the images', report =>
    buildImages({ signal, onProgress: detail => report.update(detail) }),
  );
  built.catch(() => {}); // awaited when the nodes are there
  return built;
}

async function startStorage({ cleanup }: Start, prepared: Preparation) {
  const stopping = new AbortController();
  const provisioner = await startProvisioner({
    kubeconfig: prepared.kubeconfigPath,
    volumesDir: prepared.layout.volumes,
    signal: stopping.signal,
  });
  cleanup.add(() => {
    stopping.abort();
    return provisioner.done;
  });
}

async function raiseLimits({ progress }: Start, nodes: number) {
  const before = await ensureInotify(nodes);
  if (before === undefined) return;
  await progress.run(
    `Raise fs.inotify.max_user_instances from ${before}, until the next boot`,
    async () => {},
  );
}

async function start(run: Start): Promise<DevCluster> {
  const { options, progress, cleanup, signal } = run;
  await checkHost();
  const prepared = await prepare(options);
  const lock = await holdInstance(prepared.layout, prepared);
  cleanup.add(() => lock.release());
  await assertFreeSpace(prepared.dataDir, 1, 'to run a cluster');
  const images = prepared.nodes > 0 ? startImages(run) : undefined;
  const binaries = await buildBinaries({ progress, signal });
  const { binDir } = binaries;
  lock.publish({ binDir });

  await raiseLimits(run, prepared.nodes);
  const sandbox = await openSandbox(prepared, cleanup);
  const cluster = describe(run, prepared, sandbox, binDir);
  const finish = async () => {
    await startPrograms(run, prepared, sandbox, binaries);
    if (prepared.nodes > 0) await startStorage(run, prepared);
    if (!images) return;
    await images;
    await progress.run('Import the images', report =>
      ensureImages(cluster, {
        signal,
        onProgress: detail => report.update(detail),
      }),
    );
  };
  await Promise.race([
    finish(),
    cluster.died.then(error => Promise.reject(error)),
  ]);
  return cluster;
}

/** Says plainly what can go wrong anywhere in between. */
function explain(error: unknown, { signal, dataDir }: StartOptions): unknown {
  if (signal?.aborted) {
    return new DevClusterError('Aborted', 'The start was stopped.', {
      cause: error,
    });
  }
  if ((error as NodeJS.ErrnoException)?.code === 'ENOSPC') {
    return new DevClusterError(
      'DiskFull',
      `The disk is full: the cluster in ${dataDir} could not be started. Make room there.`,
      { cause: error },
    );
  }
  return error;
}

/**
 * Builds the programs (minutes, once), starts them, and resolves when each node
 * is Ready, DNS answers, claims get volumes and the images are imported. The
 * cluster ends with this process, whatever ends it.
 *
 * @throws DevClusterError one message that says what to do: not root, not Linux,
 *   no Go, a missing package, port taken, disk full, a program that does not start.
 * @throws ImageError when an image cannot be assembled.
 */
export async function startDevCluster(
  options: StartOptions,
): Promise<DevCluster> {
  const stopping = new AbortController();
  const cleanup = createCleanup(() => stopping.abort());
  const signal = options.signal
    ? AbortSignal.any([options.signal, stopping.signal])
    : stopping.signal;
  const progress = createProgress(options.onProgress);
  try {
    const cluster = await start({ options, progress, cleanup, signal });
    // Whoever calls stop() hears of its failure; this call has nobody to tell.
    const stop = () => void cluster.stop().catch(() => {});
    options.signal?.addEventListener('abort', stop, { once: true });
    if (options.signal?.aborted) stop();
    return cluster;
  } catch (error) {
    await cleanup.run();
    throw explain(error, options);
  }
}
