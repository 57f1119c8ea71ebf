import { applyAddons } from '../addons/applyAddons';
import { nodeNames } from '../config/network';
import { nodePaths, PAUSE_IMAGE, type NodeConfig } from '../config/nodeFiles';
import type { Progress } from '../progress';
import type { ExecOptions, ExecResult } from '../types';
import { waitForNodes } from './nodesReady';
import { clusterPrograms, nodePrograms, type ProbeTools } from './programs';
import type { Supervisor } from './supervisor';

/** Everything that is needed to start the programs in order. */
export interface BringUp {
  nodes: number;
  tools: ProbeTools;
  supervisor: Supervisor;
  progress: Progress;
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /** docker-archive of the pause image. */
  pauseImage: string;
  startedAt: Date;
  signal: AbortSignal;
}

/** `ctr` for the containerd of this node. */
export function ctr(binDir: string, node: string, ...args: string[]) {
  const address = nodePaths(node).containerdSocket;
  return [`${binDir}/ctr`, '-a', address, '-n', 'k8s.io', ...args];
}

async function startRuntime(up: BringUp, node: NodeConfig): Promise<void> {
  const { tools, supervisor, exec, pauseImage, signal } = up;
  await supervisor.start(nodePrograms(tools, node).containerd);
  const list = ctr(tools.binDir, node.name, 'images', 'list', '--quiet');
  const { stdout } = await exec(list, { signal });
  if (!stdout.split('\n').includes(PAUSE_IMAGE)) {
    await exec(ctr(tools.binDir, node.name, 'images', 'import', pauseImage), {
      signal,
    });
  }
}

/**
 * Starts the programs, as much at once as their needs of each other allow:
 * etcd, the API server, then the rest; container runtimes meanwhile. Without
 * nodes the controllers are the rest.
 */
export async function bringUp(up: BringUp): Promise<void> {
  const { nodes, tools, supervisor, progress, signal } = up;
  const programs = clusterPrograms(tools);
  const names = nodeNames(nodes);
  const configs = names.map((name, index) => ({ name, index }));

  const runtimes = Promise.all(configs.map(node => startRuntime(up, node)));
  runtimes.catch(() => {}); // reported below

  await progress.run('Start the control plane', async report => {
    report.update('etcd');
    await Promise.all([
      supervisor.start(programs.apiRelay),
      supervisor.start(programs.etcd),
    ]);
    report.update('API server');
    await supervisor.start(programs.apiServer);
  });

  if (nodes === 0) {
    await progress.run('Start the controllers', async () => {
      await Promise.all([
        applyAddons(tools.api, nodes),
        supervisor.start(programs.controllerManager),
      ]);
    });
    return;
  }

  await progress.run(`Start ${nodes} nodes`, async report => {
    await Promise.all([
      applyAddons(tools.api, nodes),
      supervisor.start(programs.controllerManager),
      supervisor.start(programs.scheduler),
      supervisor.start(programs.coredns),
      runtimes.then(() =>
        Promise.all(
          configs.map(node =>
            supervisor.start(nodePrograms(tools, node).kubelet),
          ),
        ),
      ),
      waitForNodes(tools.api, names, up.startedAt, {
        signal,
        onReady: ready => report.update(`${ready} of ${nodes} nodes Ready`),
      }).then(() => supervisor.start(programs.kubeProxy)),
    ]);
  });
}
