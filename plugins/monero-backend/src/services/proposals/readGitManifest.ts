import { NotFoundError } from '@backstage/errors';
import type {
  GitManifest,
  ObjectRef,
} from '@monero-portal/plugin-monero-common';
import { pathOf } from '../../config/readGitOpsTargets';
import { blobOf } from '../git';
import { kindIn } from './manifest';
import type { Targets } from './targets';

/** A page asks every half minute; the form that follows it is checked anew. */
const MIRROR_AGE_MS = 5_000;

/**
 * The manifest of an object as the branch has it that is applied.
 *
 * @throws NotFoundError saying what Git has not; GitError
 */
export async function readGitManifest(
  targets: Pick<Targets, 'find'>,
  ref: ObjectRef,
): Promise<GitManifest> {
  const target = targets.find(ref.cluster);
  if (!target) {
    throw new NotFoundError(
      `No GitOps repository is configured for cluster "${ref.cluster}" (monero.gitops.targets), so nothing can be changed by a proposal there.`,
    );
  }
  if (!target.namespaces.includes(ref.namespace)) {
    throw new NotFoundError(
      `Namespace "${ref.namespace}" of cluster "${
        ref.cluster
      }" takes no proposals; there are: ${target.namespaces.join(', ')}.`,
    );
  }
  const path = pathOf(target, ref);
  await target.hosted?.remote.fetch(MIRROR_AGE_MS);
  const head = await target.repo.branch(target.branch);
  const manifest = head && (await target.repo.readFile(head, path));
  if (!head || manifest === undefined) {
    throw new NotFoundError(
      `Git has no manifest of ${ref.kind} "${ref.name}": there is no ${path} on branch ${target.branch}. It was applied by other means, or its proposal is not merged yet.`,
    );
  }
  const other = kindIn(manifest);
  if (other !== undefined && other !== ref.kind) {
    throw new NotFoundError(
      `Git has no manifest of ${ref.kind} "${ref.name}": ${path} on branch ${target.branch} holds a ${other}.`,
    );
  }
  return { manifest, path, head, blob: blobOf(manifest) };
}
