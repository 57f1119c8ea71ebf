import type { KubeObject } from '@monero-portal/kube-client';

/** Settings of {@link startProvisioner}. */
export interface ProvisionerOptions {
  /** Path of a kubeconfig whose user may write volumes, claims and classes. */
  kubeconfig: string;
  /** Folder for the volumes, at the same path on every node of the cluster. */
  volumesDir: string;
  /** Ends the provisioner. */
  signal: AbortSignal;
  /** Hears of what was done, and of what failed and is tried again. */
  onEvent?: (event: ProvisionerEvent) => void;
}

/** One thing done, or failed and to be tried again. */
export interface ProvisionerEvent {
  type: 'created' | 'grown' | 'deleted' | 'failed';
  /** Name of the PersistentVolume. */
  volume: string;
  detail: string;
}

/** What the provisioner reads of a PersistentVolumeClaim. */
export interface Claim extends KubeObject {
  spec: {
    accessModes?: string[];
    resources?: { requests?: { storage?: string } };
    storageClassName?: string;
    volumeMode?: string;
    volumeName?: string;
    selector?: unknown;
    dataSource?: unknown;
    dataSourceRef?: unknown;
  };
  status?: { phase?: string; capacity?: { storage?: string } };
}

/** What the provisioner reads and writes of a PersistentVolume. */
export interface Volume extends KubeObject {
  spec: {
    accessModes?: string[];
    capacity?: { storage?: string };
    claimRef?: {
      apiVersion?: string;
      kind?: string;
      namespace?: string;
      name?: string;
      uid?: string;
    };
    hostPath?: { path: string; type?: string };
    persistentVolumeReclaimPolicy?: string;
    storageClassName?: string;
    volumeMode?: string;
  };
  status?: { phase?: string };
}

/** What the provisioner reads of a StorageClass. */
export interface StorageClass extends KubeObject {
  provisioner: string;
  reclaimPolicy?: string;
}

/** Everything that is decided upon. */
export interface StorageState {
  claims: readonly Claim[];
  volumes: readonly Volume[];
  classes: readonly StorageClass[];
}
