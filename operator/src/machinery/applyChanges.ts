import {
  isKubeError,
  KubeApplier,
  KubeLister,
  KubeObject,
  KubeWriter,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Changes, identity } from './planChanges';

/** Somebody else's object has the name that a child needs. */
export class NameTakenError extends Error {
  readonly name = 'NameTakenError';
}

/** What applying needs. */
export interface ApplyDeps {
  client: KubeApplier & KubeLister & Pick<KubeWriter, 'delete'>;
  fieldManager: string;
  /** The resource of a kind. */
  resourceOf: (kind: string) => ResourceRef;
}

/**
 * Carries out changes, in order. What is new is made only if nothing has its
 * name, and what exists is changed only if it is still as it was when the change
 * was decided: a name that another owner's object has is left alone, and a
 * leader that is none any more does no harm with a change that was on its way.
 *
 * @param observed - the objects that are known to be ours
 * @returns what was applied, as the API server has it now
 * @throws NameTakenError; KubeError, `Conflict` when somebody was faster
 */
export async function applyChanges(
  changes: Changes,
  observed: readonly KubeObject[],
  deps: ApplyDeps,
  signal: AbortSignal,
): Promise<KubeObject[]> {
  const applied: KubeObject[] = [];
  const versions = new Map(
    observed.map(object => [identity(object), object.metadata.resourceVersion]),
  );
  for (const child of changes.apply) {
    applied.push(
      versions.has(identity(child))
        ? await applyAt(versions.get(identity(child)), child, deps, signal)
        : await make(child, deps, signal),
    );
  }
  for (const child of changes.remove) {
    await remove(child, deps, signal);
  }
  return applied;
}

/**
 * No object ever has this version, for versions count all changes of a cluster:
 * an apply that names it makes an object or fails with `Conflict`.
 */
const NO_VERSION = '1';

/** Applies a child to an object of this version and to no other. @throws KubeError `Conflict` */
export function applyAt(
  resourceVersion: string | undefined,
  child: KubeObject,
  { client, fieldManager, resourceOf }: ApplyDeps,
  signal: AbortSignal,
): Promise<KubeObject> {
  return client.apply(
    resourceOf(child.kind),
    { ...child, metadata: { ...child.metadata, resourceVersion } },
    { fieldManager, signal },
  );
}

async function make(
  child: KubeObject,
  deps: ApplyDeps,
  signal: AbortSignal,
): Promise<KubeObject> {
  try {
    return await applyAt(NO_VERSION, child, deps, signal);
  } catch (error) {
    if (!isKubeError(error, 'Conflict')) throw error;
    const { name, namespace } = child.metadata;
    // The right to list is there anyway, for the caches.
    const { items } = await deps.client.list<KubeObject>(
      deps.resourceOf(child.kind),
      { namespace, fieldSelector: `metadata.name=${name}` },
      { signal },
    );
    const [found] = items;
    if (!found) throw error; // gone again
    checkOwner(child, found);
    // Ours: the cache has yet to hear of it.
    return applyAt(found.metadata.resourceVersion, child, deps, signal);
  }
}

function checkOwner(child: KubeObject, found: KubeObject): void {
  const { name, ownerReferences } = child.metadata;
  const owner = found.metadata.ownerReferences?.find(each => each.controller);
  const wanted = ownerReferences?.find(each => each.controller);
  if (owner?.uid === wanted?.uid) return;
  throw new NameTakenError(
    `${child.kind} ${name} exists and belongs to ${
      owner ? `${owner.kind} ${owner.name}` : 'somebody else'
    }: delete it, or give the ${wanted?.kind} another name.`,
  );
}

async function remove(
  child: KubeObject,
  { client, resourceOf }: ApplyDeps,
  signal: AbortSignal,
): Promise<void> {
  const { name, namespace, uid } = child.metadata;
  try {
    await client.delete(resourceOf(child.kind), namespace, name, {
      preconditions: { uid },
      propagationPolicy: 'Background',
      signal,
    });
  } catch (error) {
    if (!isKubeError(error, 'NotFound', 'Conflict')) throw error;
  }
}
