/** Settings of {@link startProvisioner}. */
export interface ProvisionerOptions {
  /** Path of a kubeconfig whose user may write volumes and claims. */
  kubeconfig: string;
  /** Folder for the volumes, the same path on every node of the cluster. */
  volumesDir: string;
  /** Ends the provisioner. */
  signal: AbortSignal;
  /** Hears of what was done and of what failed. */
  onEvent?: (event: ProvisionerEvent) => void;
}

/** One thing done, or failed and to be tried again. */
export interface ProvisionerEvent {
  type: 'created' | 'grown' | 'deleted' | 'failed';
  /** Name of the PersistentVolume. */
  volume: string;
  detail: string;
}
