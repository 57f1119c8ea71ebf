import { decide } from './decide';
import { PROVISIONER, STANDARD_CLASS } from './storageClass';
import type { Claim, StorageState, Volume } from './types';

const FOLDER = '/volumes/monero_data-nodes-0_11-22';

/** A claim that waits for a volume on a chosen node. */
function claim(change: (claim: Claim) => void = () => {}): Claim {
  const made: Claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      namespace: 'monero',
      name: 'data-nodes-0',
      uid: '11-22',
      annotations: {
        'volume.kubernetes.io/storage-provisioner': PROVISIONER,
        'volume.kubernetes.io/selected-node': 'node-1',
      },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      storageClassName: 'standard',
    },
    status: { phase: 'Pending' },
  };
  change(made);
  return made;
}

/** The volume made for that claim, bound to it. */
function volume(change: (volume: Volume) => void = () => {}): Volume {
  const made: Volume = {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: 'pvc-11-22',
      annotations: { 'pv.kubernetes.io/provisioned-by': PROVISIONER },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: 'monero',
        name: 'data-nodes-0',
        uid: '11-22',
      },
      hostPath: { path: FOLDER, type: 'Directory' },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: 'standard',
      volumeMode: 'Filesystem',
    },
    status: { phase: 'Bound' },
  };
  change(made);
  return made;
}

const bound = (request: string, has = '1Gi') =>
  claim(it => {
    it.spec.volumeName = 'pvc-11-22';
    it.spec.resources = { requests: { storage: request } };
    it.status = { phase: 'Bound', capacity: { storage: has } };
  });

const released = (change: (volume: Volume) => void = () => {}) =>
  volume(it => {
    it.status = { phase: 'Released' };
    change(it);
  });

const decided = (state: Partial<StorageState>) =>
  decide(
    { claims: [], volumes: [], classes: [STANDARD_CLASS], ...state },
    '/volumes',
  );

const annotate = (name: string, value?: string) =>
  claim(it => {
    const { [name]: _, ...others } = it.metadata.annotations ?? {};
    it.metadata.annotations = value ? { ...others, [name]: value } : others;
  });

describe('the provisioner', () => {
  it('makes a volume for a claim whose node is selected', () => {
    const waiting = claim();
    const { status, ...made } = volume();
    expect(decided({ claims: [waiting] })).toEqual([
      { kind: 'create', claim: waiting, volume: made },
    ]);
  });

  it('gives the volume the reclaim policy of its class', () => {
    const kept = { ...STANDARD_CLASS, reclaimPolicy: 'Retain' };
    expect(decided({ claims: [claim()], classes: [kept] })).toMatchObject([
      { volume: { spec: { persistentVolumeReclaimPolicy: 'Retain' } } },
    ]);
  });

  it.each<[string, Partial<StorageState>]>([
    [
      'no node is selected yet',
      { claims: [annotate('volume.kubernetes.io/selected-node')] },
    ],
    [
      'another provisioner serves the claim',
      {
        claims: [
          annotate('volume.kubernetes.io/storage-provisioner', 'example.com/x'),
        ],
      },
    ],
    [
      'the claim is being deleted',
      {
        claims: [
          claim(it => {
            it.metadata.deletionTimestamp = '2026-01-01T00:00:00Z';
          }),
        ],
      },
    ],
    [
      'the volume is there and not yet bound',
      {
        claims: [claim()],
        volumes: [
          volume(it => {
            it.status = { phase: 'Available' };
          }),
        ],
      },
    ],
    ['all is as wanted', { claims: [bound('1Gi')], volumes: [volume()] }],
    [
      'the same size is said in other words',
      { claims: [bound('1024Mi')], volumes: [volume()] },
    ],
    [
      'the volume that is too small is not ours',
      {
        claims: [bound('2Gi')],
        volumes: [
          volume(it => {
            it.metadata.annotations = {};
          }),
        ],
      },
    ],
    [
      'the volume that is too small belongs to another claim',
      {
        claims: [bound('2Gi')],
        volumes: [
          volume(it => {
            it.spec.claimRef = { ...it.spec.claimRef, uid: '33' };
          }),
        ],
      },
    ],
    ['a bound volume remains', { volumes: [volume()] }],
    [
      'a released volume is to be kept',
      {
        volumes: [
          released(it => {
            it.spec.persistentVolumeReclaimPolicy = 'Retain';
          }),
        ],
      },
    ],
    [
      'a released volume is not ours',
      {
        volumes: [
          released(it => {
            it.metadata.annotations = {};
          }),
        ],
      },
    ],
    [
      'somebody made a released volume point elsewhere',
      {
        volumes: [
          released(it => {
            it.spec.hostPath = { path: '/etc' };
          }),
        ],
      },
    ],
    [
      'somebody made a released volume point out of the folder',
      {
        volumes: [
          released(it => {
            it.spec.hostPath = { path: '/etc_x_11-22' };
            it.spec.claimRef = {
              namespace: '../etc',
              name: 'x',
              uid: '11-22',
            };
          }),
        ],
      },
    ],
  ])('does nothing if %s', (_, state) => {
    expect(decided(state)).toEqual([]);
  });

  it.each<[string, Partial<Claim['spec']>]>([
    ['cannot be chosen by labels', { selector: { matchLabels: {} } }],
    ['start empty', { dataSource: { kind: 'VolumeSnapshot' } }],
    ['are file systems', { volumeMode: 'Block' }],
  ])('says that its volumes %s', (reason, spec) => {
    const odd = claim(it => Object.assign(it.spec, spec));
    expect(decided({ claims: [odd] })).toEqual([
      {
        kind: 'refuse',
        claim: odd,
        volume: 'pvc-11-22',
        reason: `volumes of this class ${reason}`,
      },
    ]);
  });

  it('grows a volume whose claim wants more', () => {
    const wants = bound('2Gi');
    const has = volume();
    expect(decided({ claims: [wants], volumes: [has] })).toEqual([
      { kind: 'grow', claim: wants, volume: has, storage: '2Gi' },
    ]);
  });

  it('removes a volume with its folder when its claim is gone', () => {
    const left = released();
    expect(decided({ volumes: [left] })).toEqual([
      { kind: 'delete', volume: left, folder: FOLDER },
    ]);
  });
});
