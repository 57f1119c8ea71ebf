import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  moneroProposalCreatePermission,
  operationOf,
  type GitManifest,
  type MoneroKind,
  type ObjectRef,
  type ProposeInput,
} from '@monero-portal/plugin-monero-common';
import type { Facts, Grant } from '../permissions';
import type { HealthOfKind, HealthService } from '../services/health';
import { wordsOf } from '../services/notices';
import { ownerIn, type ProposalService } from '../services/proposals';

/** Where owners of objects are found. */
export interface CoverageDeps {
  health: Pick<HealthService, 'get'>;
  proposals: Pick<ProposalService, 'manifest'>;
}

/**
 * The health of an object, if it may be seen. What may not be is not there.
 *
 * @throws NotFoundError
 */
export function findCovered<K extends MoneroKind>(
  health: Pick<HealthService, 'get'>,
  ref: ObjectRef & { kind: K },
  covers: Grant['covers'],
): HealthOfKind[K] {
  const found = health.get(ref.kind, ref);
  if (!found || !covers(found)) {
    throw new NotFoundError(
      `There is no ${wordsOf(ref.kind)} "${ref.name}" in namespace "${
        ref.namespace
      }" of cluster "${ref.cluster}".`,
    );
  }
  return found;
}

/**
 * The manifest of an object, if the grant covers the owner that the cluster
 * knows, or else that Git does. What may not be seen is not there.
 *
 * @throws NotFoundError, GitError
 */
export async function readManifest(
  { health, proposals }: CoverageDeps,
  ref: ObjectRef,
  grant: Grant,
): Promise<GitManifest> {
  if (!grant.criteria) {
    return proposals.manifest(ref);
  }
  const unseen = new NotFoundError(
    `Git has no manifest of ${ref.kind} "${ref.name}" in namespace "${ref.namespace}" of cluster "${ref.cluster}" that you may see.`,
  );
  const found = await orNothing(proposals.manifest(ref));
  if (!found) {
    throw unseen;
  }
  const owner = health.get(ref.kind, ref)?.owner ?? ownerIn(found.manifest);
  if (!grant.covers({ ...placeOf(ref), owner })) {
    throw unseen;
  }
  return found;
}

/**
 * Lets a proposal through when the grant covers the object as it is, in the
 * cluster and in Git, and as it is to be: whoever may propose for their own
 * objects takes no other's by naming another owner.
 *
 * @throws NotAllowedError, GitError
 */
export async function requireCovered(
  { health, proposals }: CoverageDeps,
  input: ProposeInput,
  grant: Grant,
): Promise<void> {
  if (!grant.criteria) {
    return;
  }
  const live = health.get(input.kind, input);
  const inGit =
    operationOf(input) === 'create'
      ? undefined
      : await orNothing(proposals.manifest(input));
  const owners = [
    ...(live ? [live.owner] : []),
    ...(inGit ? [ownerIn(inGit.manifest)] : []),
    ...(input.owner ? [input.owner] : []),
    ...(input.manifest ? [ownerIn(input.manifest) ?? input.owner] : []),
  ];
  if (!owners.every(owner => grant.covers({ ...placeOf(input), owner }))) {
    throw new NotAllowedError(
      `You may not propose this change of "${input.name}" in namespace "${input.namespace}" of cluster "${input.cluster}": your permission ${moneroProposalCreatePermission.name} does not cover it, as it is or as it is to be. Ask whoever owns it or runs this portal.`,
    );
  }
}

function placeOf({ cluster, namespace }: ObjectRef): Facts {
  return { cluster, namespace };
}

async function orNothing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
