import type { Config } from '@backstage/config';
import {
  DEFAULT_MANIFEST_PATH,
  manifestPath,
  type NodeSetRef,
  type ObjectRef,
} from '@monero-portal/plugin-monero-common';

/**
 * Where the GitOps repository has, or will have, a manifest: the
 * `path` of the cluster's entry in `monero.gitops.targets`.
 */
export function targetPath(
  config: Config,
  ref: NodeSetRef & { kind?: ObjectRef['kind'] },
): string {
  const target = config
    .getOptionalConfigArray('monero.gitops.targets')
    ?.find(candidate => candidate.getString('cluster') === ref.cluster);
  return manifestPath(
    target?.getOptionalString('path') ?? DEFAULT_MANIFEST_PATH,
    ref,
  );
}
