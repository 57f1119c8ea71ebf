import { nodeSet } from '../testing/nodeSets';
import { statefulSet } from './children/statefulSet';
import { claimsToGrow, needsNewStatefulSet } from './claims';
import { StatefulSet, VolumeClaim } from '../machinery/kubeTypes';

const images = { monerod: 'm', exporter: 'e', tor: 't', i2pd: 'i' };
const make = (...spec: Parameters<typeof nodeSet>) =>
  statefulSet(nodeSet(...spec), images) as StatefulSet;
const claim = (storage: string, deletionTimestamp?: string): VolumeClaim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: `data-${storage}`, deletionTimestamp },
  spec: { resources: { requests: { storage } } },
});

describe('needsNewStatefulSet', () => {
  it.each<[string, StatefulSet, StatefulSet | undefined, boolean]>([
    ['not for the first', make(), undefined, false],
    ['not for the same', make(), make(), false],
    ['not for more nodes', make({ replicas: 4 }), make(), false],
    [
      'not for a size in other words',
      make({ diskSize: '1024Mi' }),
      make({ diskSize: '1Gi' }),
      false,
    ],
    [
      'for larger volumes',
      make({ diskSize: '2Gi' }),
      make({ diskSize: '1Gi' }),
      true,
    ],
    ['for another class', make({ storageClass: 'fast' }), make(), true],
    ['for no class any more', make(), make({ storageClass: 'fast' }), true],
  ])('%s', (_, desired, running, needed) => {
    expect(needsNewStatefulSet(desired, running)).toBe(needed);
  });
});

describe('claimsToGrow', () => {
  it('are those that are too small and stay', () => {
    const claims = [
      claim('1Gi'),
      claim('2Gi'),
      claim('3Gi'),
      claim('512Mi', 'now'),
    ];
    expect(
      claimsToGrow(nodeSet({ diskSize: '2Gi' }), claims).map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['data-1Gi']);
  });
});
