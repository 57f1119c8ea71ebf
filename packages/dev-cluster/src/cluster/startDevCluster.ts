import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBinaries } from '../build/buildBinaries';
import { renderConfigFiles } from '../config/clusterFiles';
import { API_SOCKET } from '../config/commands';
import { nodeNames } from '../config/network';
import { nodePaths } from '../config/nodeFiles';
import { DevClusterError } from '../errors';
import { checkHost } from '../host/checkHost';
import { programEnv } from '../host/env';
import { writeAtomic } from '../host/files';
import { createProgress } from '../progress';
import { createCgroups } from '../sandbox/cgroups';
import { run } from '../sandbox/exec';
import { startNamespace, type Namespace } from '../sandbox/namespace';
import { startRelay } from '../sandbox/relay';
import type { DevCluster, ExecOptions, StartOptions } from '../types';
import { createApiClient } from './apiClient';
import { bringUp, ctr } from './bringUp';
import { createCleanup, type Cleanup } from './cleanup';
import { holdInstance } from './instanceLock';
import { prepare, type Preparation } from './prepareDevCluster';
import { clusterPrograms, type ProbeTools } from './programs';
import { createSupervisor } from './supervisor';

async function writeConfig({ name, nodes, layout }: Preparation) {
  const files = Object.entries(renderConfigFiles(name, nodes));
  await Promise.all([
    mkdir(layout.volumes, { recursive: true }),
    ...files.map(([path, text]) =>
      writeAtomic(join(layout.config, path), text),
    ),
  ]);
}

function execIn(namespace: Namespace) {
  return (argv: readonly string[], options?: ExecOptions) => {
    const env = programEnv();
    const command = { ...namespace.wrap(argv), env, label: argv.join(' ') };
    return run(command, options);
  };
}

/** Makes what the programs run in; each part's end is added to the cleanup. */
async function openSandbox(prepared: Preparation, cleanup: Cleanup) {
  const { layout, nodes, apiPort } = prepared;
  const cgroups = await createCgroups(layout.instance);
  cleanup.add(() => cgroups.remove());
  const { dataDir } = layout;
  const namespace = await startNamespace({ dataDir, nodes, cgroups });
  cleanup.add(() => namespace.kill());
  const outsidePath = (path: string) =>
    `/proc/${namespace.initPid}/root${path}`;
  const relay = await startRelay(apiPort, () => outsidePath(API_SOCKET));
  cleanup.add(() => relay.close());
  return { namespace, outsidePath };
}

async function start(
  options: StartOptions,
  cleanup: Cleanup,
  signal: AbortSignal,
): Promise<DevCluster> {
  const progress = createProgress(options.onProgress);
  await checkHost();
  const prepared = await prepare(options);
  const { layout, nodes } = prepared;
  const lock = await holdInstance(layout, prepared);
  cleanup.add(() => lock.release());
  const { binDir, pauseImage } = await buildBinaries({ progress, signal });
  await lock.publish({ binDir });

  const startedAt = new Date();
  await writeConfig(prepared);
  const { namespace, outsidePath } = await openSandbox(prepared, cleanup);
  const exec = execIn(namespace);
  const supervisor = createSupervisor({
    logsDir: layout.logs,
    wrap: namespace.wrap,
    signal,
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
  const { dial } = namespace;
  const tools: ProbeTools = { binDir, dial, outsidePath, api };
  const gone = namespace.ended.then(
    () => new DevClusterError('StartFailed', 'The cluster ended by itself.'),
  );
  await Promise.race([
    bringUp({
      ...{ nodes, tools, supervisor, progress },
      ...{ exec, pauseImage, startedAt, signal },
    }),
    gone.then(error => Promise.reject(error)),
  ]);
  // Nothing waits for metrics: they need half a minute to have something to say.
  void supervisor.start(clusterPrograms(tools).metricsServer).catch(() => {});

  const configs = nodeNames(nodes).map((name, index) => ({ name, index }));
  const { name, server, caPem, kubeconfigPath, portalToken } = prepared;
  return {
    ...{ name, server, caPem, kubeconfigPath, portalToken },
    dataDir: layout.dataDir,
    nodeNames: nodeNames(nodes),
    binDir,
    exec,
    async importImage(tarPath) {
      await Promise.all(
        configs.map(node =>
          exec(ctr(binDir, node, 'images', 'import', tarPath), {
            timeoutMs: 300_000,
            signal,
          }),
        ),
      );
    },
    containerdAddress: nodeName =>
      nodePaths({ name: nodeName, index: 0 }).containerdSocket,
    stop: () => cleanup.run(),
    died: gone.then(error =>
      // After a stop nobody asks: it was wanted.
      cleanup.started ? new Promise<never>(() => {}) : error,
    ),
  };
}

/**
 * Builds the programs (minutes, once), starts them, and resolves when each node
 * is Ready and DNS answers. The cluster ends with this process, whatever ends it.
 *
 * @throws DevClusterError one message that says what to do: not root, not Linux,
 *   no Go, a missing package, port taken, disk full, a program that does not start.
 */
export async function startDevCluster(
  options: StartOptions,
): Promise<DevCluster> {
  const stopping = new AbortController();
  const cleanup = createCleanup(() => stopping.abort());
  const signal = options.signal
    ? AbortSignal.any([options.signal, stopping.signal])
    : stopping.signal;
  try {
    const cluster = await start(options, cleanup, signal);
    const stop = () => void cluster.stop();
    options.signal?.addEventListener('abort', stop, { once: true });
    if (options.signal?.aborted) stop();
    return cluster;
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}
