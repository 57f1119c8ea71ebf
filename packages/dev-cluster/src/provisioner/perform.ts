import { chmod, mkdir, rm } from 'node:fs/promises';
import {
  isKubeError,
  KubeGetter,
  KubeWriter,
  RESOURCES,
} from '@monero-portal/kube-client';
import type { Action } from './decide';
import type { ProvisionerEvent, Volume } from './types';

/** What actions are performed with. */
export interface PerformDeps {
  client: KubeGetter & KubeWriter;
  signal: AbortSignal;
}

/**
 * Does one thing.
 *
 * @returns what was done; undefined when it was done already
 * @throws KubeError, or an error of the file system: try again later
 */
export async function perform(
  action: Exclude<Action, { kind: 'refuse' }>,
  deps: PerformDeps,
): Promise<ProvisionerEvent | undefined> {
  switch (action.kind) {
    case 'create':
      return create(action, deps);
    case 'grow':
      return grow(action, deps);
    default:
      return remove(action, deps);
  }
}

async function create(
  { claim, volume }: Extract<Action, { kind: 'create' }>,
  { client, signal }: PerformDeps,
): Promise<ProvisionerEvent | undefined> {
  const path = volume.spec.hostPath?.path ?? '';
  await mkdir(path, { recursive: true });
  // A hostPath is not handed over to the pod's group: everyone may write.
  await chmod(path, 0o777);
  try {
    await client.create(RESOURCES.persistentVolumes, volume, { signal });
  } catch (error) {
    if (isKubeError(error, 'AlreadyExists')) return undefined;
    throw error;
  }
  return {
    type: 'created',
    volume: volume.metadata.name,
    detail: `${volume.spec.capacity?.storage} for ${claim.metadata.namespace}/${claim.metadata.name}`,
  };
}

async function grow(
  { claim, volume, storage }: Extract<Action, { kind: 'grow' }>,
  { client, signal }: PerformDeps,
): Promise<ProvisionerEvent> {
  const { namespace, name } = claim.metadata;
  const options = { type: 'merge', signal } as const;
  const capacity = { storage };
  await client.patch(
    RESOURCES.persistentVolumes,
    undefined,
    volume.metadata.name,
    { spec: { capacity } },
    options,
  );
  // A folder has no size of its own, so nothing remains to be done on a node.
  await client.patch(
    RESOURCES.persistentVolumeClaims,
    namespace,
    name,
    { status: { capacity } },
    { ...options, subresource: 'status' },
  );
  return {
    type: 'grown',
    volume: volume.metadata.name,
    detail: `to ${storage} for ${namespace}/${name}`,
  };
}

async function remove(
  { volume, folder }: Extract<Action, { kind: 'delete' }>,
  { client, signal }: PerformDeps,
): Promise<ProvisionerEvent | undefined> {
  const { name, uid, resourceVersion } = volume.metadata;
  try {
    // Somebody may be rescuing the data this very moment: look once more.
    const live = await client.get<Volume>(
      RESOURCES.persistentVolumes,
      undefined,
      name,
      { signal },
    );
    if (live.metadata.resourceVersion !== resourceVersion) return undefined;
    await rm(folder, { recursive: true, force: true });
    await client.delete(RESOURCES.persistentVolumes, undefined, name, {
      preconditions: { uid },
      signal,
    });
  } catch (error) {
    if (isKubeError(error, 'NotFound')) return undefined;
    throw error;
  }
  return {
    type: 'deleted',
    volume: name,
    detail: `with the data of ${volume.spec.claimRef?.namespace}/${volume.spec.claimRef?.name}`,
  };
}
