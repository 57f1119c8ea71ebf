import { InputError } from '@backstage/errors';
import type { ClusterInfo } from '@monero-portal/plugin-monero-common';

/**
 * Checks that a proposal for this cluster and namespace has somewhere to go.
 *
 * A cluster that cannot be reached right now is fine: proposals go to a git
 * repository, and are applied when it is back.
 *
 * @throws InputError naming what is known instead
 */
export function checkTarget(
  clusters: readonly Pick<ClusterInfo, 'name' | 'namespaces'>[],
  target: { cluster: string; namespace: string },
): void {
  const cluster = clusters.find(({ name }) => name === target.cluster);
  if (!cluster) {
    const known = clusters.map(({ name }) => name).sort();
    throw new InputError(
      known.length > 0
        ? `There is no cluster "${
            target.cluster
          }". Known clusters: ${known.join(', ')}.`
        : `There is no cluster "${target.cluster}": the portal's configuration names none under kubernetes.clusterLocatorMethods.`,
    );
  }
  if (cluster.namespaces.length === 0) {
    throw new InputError(
      `Cluster "${cluster.name}" takes no proposals: no entry of monero.gitops.targets in the portal's configuration is for it.`,
    );
  }
  if (!cluster.namespaces.includes(target.namespace)) {
    throw new InputError(
      `Cluster "${cluster.name}" takes no proposals for namespace "${
        target.namespace
      }". It takes them for: ${[...cluster.namespaces].sort().join(', ')}.`,
    );
  }
}
