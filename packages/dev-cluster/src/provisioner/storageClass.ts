import type { StorageClass } from './types';

/** Name under which claims are ours. */
export const PROVISIONER = 'monero-portal.io/hostpath';

/** The default class of the development cluster. */
export const STANDARD_CLASS: StorageClass & Record<string, unknown> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name: 'standard',
    annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
  },
  provisioner: PROVISIONER,
  reclaimPolicy: 'Delete',
  // A pod is placed first: its volume could be anywhere.
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
};
