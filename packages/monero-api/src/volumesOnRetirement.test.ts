import { volumesOnRetirement } from './volumesOnRetirement';

const object = (kind: string, spec: object) => ({
  apiVersion: 'utxo.com.br/v1alpha1',
  kind,
  metadata: { name: 'web', namespace: 'monero' },
  spec,
});

describe('volumesOnRetirement', () => {
  it.each([
    [
      'a node set that keeps them',
      object('MoneroNodeSet', { replicas: 3, diskSize: '400Gi' }),
      'The 3 volumes of 400 GiB are kept with the chain on them (volumeRetention: Retain): claims data-web-0 to data-web-2 stay and take up space until somebody deletes them. Created again under the same name, the nodes go on from there.',
    ],
    [
      'a single node that keeps its own',
      object('MoneroNodeSet', { diskSize: '10Gi' }),
      'The volume of 10 GiB is kept with the chain on it (volumeRetention: Retain): claim data-web-0 stays and takes up space until somebody deletes it. Created again under the same name, the nodes go on from there.',
    ],
    [
      'a node set that deletes them',
      object('MoneroNodeSet', {
        replicas: 2,
        diskSize: '400Gi',
        volumeRetention: 'Delete',
      }),
      'The 2 volumes of 400 GiB and the chain on them are deleted (volumeRetention: Delete). This cannot be undone.',
    ],
    [
      'a node set without nodes',
      object('MoneroNodeSet', { replicas: 0 }),
      'Volumes of earlier nodes are kept (volumeRetention: Retain).',
    ],
    [
      'a network',
      object('MoneroNetwork', {
        replicas: 4,
        template: {
          spec: { diskSize: '1Gi', monerod: { args: ['--regtest'] } },
        },
      }),
      'The 4 volumes of 1 GiB are kept with the chain on them (volumeRetention: Retain): claims data-web-0-0 to data-web-3-0 stay and take up space until somebody deletes them. Created again under the same name, the nodes go on from there.',
    ],
    [
      'miners',
      object('MoneroMiningNodeSet', { replicas: 10 }),
      'Miners have no volumes: nothing is left.',
    ],
    [
      'what is no manifest of ours any more',
      object('MoneroNodeSet', { replicas: 'many' }),
      'What becomes of the volumes follows from volumeRetention of the object in the cluster: kept, unless it says Delete.',
    ],
  ])('tells of %s', (_, raw, text) => {
    expect(volumesOnRetirement(raw)).toBe(text);
  });
});
