import { dirname, join, resolve } from 'node:path';
import { compareQuantities } from './quantity';
import { PROVISIONER } from './storageClass';
import type { Claim, StorageState, Volume } from './types';

/** One thing to do; doing it twice does no harm. */
export type Action =
  | { kind: 'create'; claim: Claim; volume: Volume }
  | { kind: 'refuse'; claim: Claim; volume: string; reason: string }
  | { kind: 'grow'; claim: Claim; volume: Volume; storage: string }
  | { kind: 'delete'; volume: Volume; folder: string };

const SELECTED_NODE = 'volume.kubernetes.io/selected-node';
const STORAGE_PROVISIONER = 'volume.kubernetes.io/storage-provisioner';
const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';

/**
 * What to do for claims and volumes as they are. Pure: same state, same
 * actions.
 *
 * @param volumesDir folder that holds the volumes' folders
 */
export function decide(state: StorageState, volumesDir: string): Action[] {
  const byName = new Map(
    state.volumes.map(volume => [volume.metadata.name, volume]),
  );
  const actions: Action[] = [];
  for (const claim of state.claims) {
    const action = claim.spec.volumeName
      ? growth(claim, byName.get(claim.spec.volumeName))
      : creation(claim, byName, state, volumesDir);
    if (action) actions.push(action);
  }
  for (const volume of state.volumes) {
    const action = deletion(volume, volumesDir);
    if (action) actions.push(action);
  }
  return actions;
}

function creation(
  claim: Claim,
  volumes: ReadonlyMap<string, Volume>,
  state: StorageState,
  volumesDir: string,
): Action | undefined {
  const { annotations = {}, deletionTimestamp, uid } = claim.metadata;
  // The controller manager names the provisioner, the scheduler the node:
  // before both, somebody may still change their mind.
  if (annotations[STORAGE_PROVISIONER] !== PROVISIONER) return undefined;
  if (!annotations[SELECTED_NODE] || deletionTimestamp || !uid) {
    return undefined;
  }
  const name = `pvc-${uid}`;
  if (volumes.has(name)) return undefined;
  const reason = whyNot(claim);
  if (reason) return { kind: 'refuse', claim, volume: name, reason };
  const storageClass = state.classes.find(
    ({ metadata }) => metadata.name === claim.spec.storageClassName,
  );
  return {
    kind: 'create',
    claim,
    volume: volumeFor(claim, {
      name,
      path: join(volumesDir, folderName(claim)),
      reclaimPolicy: storageClass?.reclaimPolicy ?? 'Delete',
    }),
  };
}

/** Why a claim cannot be served at all, in words for its events. */
function whyNot(claim: Claim): string | undefined {
  const { selector, dataSource, dataSourceRef, volumeMode } = claim.spec;
  if (selector) return 'volumes of this class cannot be chosen by labels';
  if (dataSource || dataSourceRef) return 'volumes of this class start empty';
  if (volumeMode === 'Block') return 'volumes of this class are file systems';
  return undefined;
}

function volumeFor(
  claim: Claim,
  made: { name: string; path: string; reclaimPolicy: string },
): Volume {
  const { namespace, name, uid } = claim.metadata;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: made.name,
      // Without it the controller manager would try to delete the folder.
      annotations: { [PROVISIONED_BY]: PROVISIONER },
    },
    spec: {
      accessModes: claim.spec.accessModes,
      capacity: { storage: claim.spec.resources?.requests?.storage },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name,
        uid,
      },
      hostPath: { path: made.path, type: 'Directory' },
      persistentVolumeReclaimPolicy: made.reclaimPolicy,
      storageClassName: claim.spec.storageClassName,
      volumeMode: 'Filesystem',
    },
  };
}

function growth(claim: Claim, volume: Volume | undefined): Action | undefined {
  if (!volume || !isOurs(volume)) return undefined;
  if (volume.spec.claimRef?.uid !== claim.metadata.uid) return undefined;
  const wanted = claim.spec.resources?.requests?.storage;
  const has = claim.status?.capacity?.storage;
  if (claim.status?.phase !== 'Bound' || !wanted || !has) return undefined;
  return compareQuantities(wanted, has) > 0
    ? { kind: 'grow', claim, volume, storage: wanted }
    : undefined;
}

function deletion(volume: Volume, volumesDir: string): Action | undefined {
  if (!isOurs(volume) || volume.status?.phase !== 'Released') return undefined;
  if (volume.spec.persistentVolumeReclaimPolicy !== 'Delete') return undefined;
  const { namespace, name, uid } = volume.spec.claimRef ?? {};
  if (!namespace || !name || !uid) return undefined;
  const folder = join(
    volumesDir,
    folderName({ metadata: { namespace, name, uid } }),
  );
  // What somebody edited to lead elsewhere is not ours to remove.
  if (dirname(folder) !== resolve(volumesDir)) return undefined;
  if (volume.spec.hostPath?.path !== folder) return undefined;
  return { kind: 'delete', volume, folder };
}

function isOurs(volume: Volume): boolean {
  return volume.metadata.annotations?.[PROVISIONED_BY] === PROVISIONER;
}

/** Says to a person whose data it is, and never repeats. */
function folderName({ metadata }: Pick<Claim, 'metadata'>): string {
  return `${metadata.namespace}_${metadata.name}_${metadata.uid}`;
}
