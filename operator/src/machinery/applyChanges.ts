import {
  isKubeError,
  KubeApplier,
  KubeGetter,
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
  client: KubeApplier & KubeGetter & Pick<KubeWriter, 'delete'>;
  fieldManager: string;
  /** The resource of a kind. */
  resourceOf: (kind: string) => ResourceRef;
}

/**
 * Carries out changes, in order. A name that another owner's object has is
 * left alone.
 *
 * @param known - identities of the objects that are known to be ours
 * @returns what was applied, as the API server has it now
 * @throws NameTakenError; KubeError
 */
export async function applyChanges(
  changes: Changes,
  known: ReadonlySet<string>,
  deps: ApplyDeps,
  signal: AbortSignal,
): Promise<KubeObject[]> {
  const applied: KubeObject[] = [];
  for (const child of changes.apply) {
    const resource = deps.resourceOf(child.kind);
    if (!known.has(identity(child))) await checkName(child, deps, signal);
    applied.push(
      await deps.client.apply(resource, child, {
        fieldManager: deps.fieldManager,
        signal,
      }),
    );
  }
  for (const child of changes.remove) {
    await remove(child, deps, signal);
  }
  return applied;
}

async function checkName(
  child: KubeObject,
  { client, resourceOf }: ApplyDeps,
  signal: AbortSignal,
): Promise<void> {
  const { name, namespace, ownerReferences } = child.metadata;
  const found = await client
    .get(resourceOf(child.kind), namespace, name, { signal })
    .catch(error => {
      if (isKubeError(error, 'NotFound')) return undefined;
      throw error;
    });
  if (!found) return;
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
