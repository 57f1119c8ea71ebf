import path from 'node:path';
import {
  type DevCluster,
  IMAGES,
  createProgress,
  ensureImages,
  startDevCluster,
  startGitOpsAgent,
} from '@monero-portal/dev-cluster';
import type { DataFolder } from './dataFolder';
import { CLUSTER_NAME } from './gitops';
import { kubectlFor } from './kubectl';
import { LoopError } from './LoopError';
import { deployOperator } from './operatorDeployment';
import type { ReportProgress } from './report';

/** What is known of a cluster whose operator and GitOps agent run. */
export interface RunningCluster {
  kubeconfigPath: string;
}

export interface ClusterInput {
  root: string;
  folder: DataFolder;
  nodes: number;
  signal: AbortSignal;
  report: ReportProgress;
}

/** A cluster on its way up. */
export interface StartingCluster {
  ready: Promise<RunningCluster>;
  /** Resolves when a cluster that was up ends by itself. */
  died: Promise<Error>;
  stop(): Promise<void>;
}

async function bringUp(
  cluster: DevCluster,
  input: ClusterInput,
  signal: AbortSignal,
): Promise<RunningCluster> {
  const { root, folder, report } = input;
  const progress = createProgress(report);
  const images = await progress.run('images', step =>
    ensureImages(cluster, {
      checkout: root,
      signal,
      onProgress: detail => step.update(detail),
    }),
  );
  const operatorImage = images.find(
    ({ reference }) => reference === IMAGES.portal,
  );
  if (!operatorImage) throw new LoopError(`${IMAGES.portal} was not built`);
  const kubectl = path.join(cluster.binDir, 'kubectl');
  await progress.run('operator', () =>
    deployOperator(
      kubectlFor(kubectl, cluster.kubeconfigPath, signal),
      path.join(root, 'operator/deploy/dev'),
      operatorImage.digest,
    ),
  );
  startGitOpsAgent({
    repository: folder.gitops,
    branch: 'main',
    path: `clusters/${CLUSTER_NAME}`,
    kubeconfigPath: cluster.kubeconfigPath,
    kubectl,
    signal,
    onEvent: event =>
      report({
        step: `GitOps agent: commit ${event.commit?.slice(0, 7) ?? 'unknown'}`,
        state: event.type === 'applied' ? 'done' : 'failed',
        detail: event.detail,
        elapsedMs: 0,
      }),
  });
  return { kubeconfigPath: cluster.kubeconfigPath };
}

/**
 * Begins to bring up the development cluster, the operator in it, and the
 * GitOps agent that applies the repository to it.
 */
export function startCluster(input: ClusterInput): StartingCluster {
  const own = new AbortController();
  const signal = AbortSignal.any([input.signal, own.signal]);
  const started = startDevCluster({
    dataDir: input.folder.cluster,
    nodes: input.nodes,
    name: CLUSTER_NAME,
    images: false,
    signal,
    onProgress: input.report,
  });
  const ready = started.then(cluster => bringUp(cluster, input, signal));
  // Whoever asks for `ready` is told; nobody asking is no crash.
  ready.catch(() => {});
  return {
    ready,
    died: started.then(
      cluster => cluster.died,
      () => new Promise<Error>(() => {}),
    ),
    async stop() {
      own.abort();
      const cluster = await started.catch(() => undefined);
      await ready.catch(() => {});
      await cluster?.stop();
    },
  };
}
