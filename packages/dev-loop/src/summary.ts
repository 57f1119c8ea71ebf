import type { RunningCluster } from './cluster';
import type { Loop } from './loop';

/**
 * The few lines at the end of the start that say where everything is.
 *
 * @param cluster - the running cluster, or why there is none
 */
export function summaryOf(
  loop: Pick<Loop, 'portal' | 'folder'>,
  cluster: RunningCluster | Error,
): string {
  const kubernetes =
    cluster instanceof Error
      ? [`Kubernetes   not running: ${cluster.message}`]
      : [
          `Kubernetes   npm run kubectl -- get moneronodesets -A`,
          `kubeconfig   ${cluster.kubeconfigPath}`,
        ];
  return [
    '',
    `Portal       ${loop.portal.url}`,
    ...kubernetes,
    `GitOps       ${loop.folder.gitops} (branch main)`,
    `Data, logs   ${loop.folder.root}`,
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}
