import { rolloutOf, type RolloutFacts } from './rollout';

const UNDER_WAY = [
  {
    type: 'Ready',
    status: 'False',
    reason: 'RollingOut',
    message: '1 of 3 nodes replaced; waits for web-2: monerod is starting.',
  },
  { type: 'Reconciling', status: 'True' },
];

const parts = (...inSync: boolean[]) =>
  inSync.map((each, ordinal) => ({ name: `web-${ordinal}`, inSync: each }));

function rollout(change: Partial<RolloutFacts> = {}) {
  return rolloutOf({
    conditions: UNDER_WAY,
    replicas: 3,
    updatedReplicas: 1,
    parts: parts(true, true, false),
    image: 'monerod:2',
    podImages: ['monerod:1', 'monerod:1', 'monerod:2'],
    ...change,
  });
}

describe('rolloutOf', () => {
  it('tells how far it is, for whom it waits, and which image comes', () => {
    expect(rollout()).toEqual({
      updated: 1,
      waitsFor: 'web-2',
      image: { from: 'monerod:1', to: 'monerod:2' },
    });
  });

  it.each<[string, Partial<RolloutFacts>, unknown]>([
    [
      'goes on while the last is waited for, which has the new image like all',
      { updatedReplicas: 3, podImages: Array(3).fill('monerod:2') },
      { updated: 3, waitsFor: 'web-2', image: undefined },
    ],
    [
      'waits for none when all are in sync, or when it is a pod that is missing',
      { parts: parts(true, true) },
      expect.objectContaining({ waitsFor: undefined }),
    ],
    [
      'waits for none that is to be removed',
      { replicas: 2, updatedReplicas: 3 },
      expect.objectContaining({ updated: 2, waitsFor: undefined }),
    ],
    [
      'knows no image where none was asked for, or no pod tells its own',
      { image: undefined },
      expect.objectContaining({ image: undefined }),
    ],
    [
      'knows no image where no pod tells its own',
      { podImages: [undefined] },
      expect.objectContaining({ image: undefined }),
    ],
    ['is none when nothing is changing', { conditions: [] }, undefined],
    [
      'is none while the operator is paused',
      { conditions: [UNDER_WAY[0], { type: 'Reconciling', status: 'False' }] },
      undefined,
    ],
    [
      'is none when nodes are only out of sync',
      {
        conditions: [{ ...UNDER_WAY[0], reason: 'NotInSync' }, UNDER_WAY[1]],
      },
      undefined,
    ],
    [
      'is none when its operator does not count',
      { updatedReplicas: undefined },
      undefined,
    ],
  ])('%s', (_, change, expected) => {
    expect(rollout(change)).toEqual(expected);
  });
});
