import fc from 'fast-check';
import { CURRENT, onTor, pod, PodTraits } from '../testing/nodeSets';
import { nodesOf } from './nodes';
import { planRollout } from './rollout';

const OLD = { revision: 'nodes-old' };
/** Runs, and is not in sync. */
const BEHIND = { ready: 'False' } as const;
/** monerod does not run. */
const DOWN: PodTraits = {
  status: {
    conditions: [{ type: 'Ready', status: 'False' }],
    containerStatuses: [
      { name: 'monerod', state: { waiting: { reason: 'CrashLoopBackOff' } } },
    ],
  },
};

function plan(
  pods: PodTraits[],
  {
    maxUnavailable = 1,
    waitForSync = true,
    replicas = pods.length,
    closed = false,
  } = {},
): number[] {
  const nodes = nodesOf(
    'nodes',
    pods.map((traits, ordinal) => pod(ordinal, traits)),
    CURRENT,
  );
  return planRollout(
    { replicas, updateStrategy: { maxUnavailable, waitForSync } },
    nodes,
    { closed },
  ).map(({ pod: name }) => Number(name.replace('nodes-', '')));
}

describe('planRollout', () => {
  it.each<[string, PodTraits[], Parameters<typeof plan>[1], number[]]>([
    ['does nothing when all are current', [{}, {}, {}], {}, []],
    ['replaces one at a time, the highest first', [OLD, OLD, OLD], {}, [2]],
    [
      'replaces as many at a time as may be away',
      [OLD, OLD, OLD],
      { maxUnavailable: 2 },
      [2, 1],
    ],
    ['waits while the one before is not in sync', [OLD, OLD, BEHIND], {}, []],
    [
      'waits while the one before is being stopped',
      [OLD, OLD, { ...OLD, terminating: true }],
      {},
      [],
    ],
    [
      'waits while the one before keeps transactions to itself',
      [OLD, OLD, onTor(false)],
      {},
      [],
    ],
    ['goes on when it relays', [OLD, OLD, onTor(true)], {}, [1]],
    [
      'goes on in a closed net when nobody that it calls is on Tor yet',
      [OLD, OLD, onTor(false)],
      { closed: true },
      [1],
    ],
    [
      'waits in a closed net until it relays by the one that has come too',
      [OLD, onTor(false), onTor(false)],
      { closed: true },
      [],
    ],
    [
      'goes on to the last when only that is missing',
      [OLD, onTor(false), onTor(true)],
      { closed: true },
      [0],
    ],
    [
      'waits in a closed net whose old nodes are on Tor too',
      [{ ...OLD, ...onTor(true) }, { ...OLD, ...onTor(true) }, onTor(false)],
      { closed: true },
      [],
    ],
    [
      'goes on from Tor to I2P, where it is the first',
      [
        { ...OLD, ...onTor(true) },
        { ...OLD, ...onTor(true) },
        onTor(false, ['i2pd']),
      ],
      { closed: true },
      [1],
    ],
    [
      'goes on to other keys, whose addresses are not there yet',
      [
        { ...OLD, ...onTor(true) },
        { ...OLD, ...onTor(true) },
        { ...onTor(false), keys: 'changed' },
      ],
      { closed: true },
      [1],
    ],
    [
      'replaces one that keeps transactions to itself before one that serves',
      [{ ...OLD, ...onTor(false) }, OLD],
      {},
      [0],
    ],
    [
      'replaces none in sync, though it keeps transactions, while another is out of sync',
      [{ ...OLD, ...onTor(false) }, BEHIND],
      {},
      [],
    ],
    ['waits while the one before has no pod', [OLD, OLD], { replicas: 3 }, []],
    [
      'replaces all that do not run, whatever the budget',
      [{ ...OLD, ...DOWN }, OLD, { ...OLD, ...DOWN }],
      {},
      [2, 0],
    ],
    [
      'does not let a broken node block its own repair',
      [{ ...OLD, ...DOWN }],
      {},
      [0],
    ],
    [
      'repairs the broken and one more when two may be away',
      [OLD, { ...OLD, ...DOWN }, OLD],
      { maxUnavailable: 2 },
      [1, 2],
    ],
    [
      'does not take the last node that runs along with the broken, which may be all that it lacks',
      [
        { ...OLD, ...DOWN },
        { ...OLD, ...BEHIND },
        { ...OLD, ...DOWN },
      ],
      {},
      [2, 0],
    ],
    [
      'replaces one that is out of sync before those that are in sync',
      [{ ...OLD, ...BEHIND }, OLD, OLD],
      {},
      [0],
    ],
    [
      'goes on with those out of sync as soon as the last runs, in sync or not',
      [{ ...OLD, ...BEHIND }, { ...OLD, ...BEHIND }, BEHIND],
      {},
      [1],
    ],
    [
      'does not take the last node that runs for a revision that does not start',
      [{ ...OLD, ...BEHIND }, DOWN],
      {},
      [],
    ],
    [
      'stops when the new revision does not come up',
      [OLD, BEHIND, BEHIND],
      { maxUnavailable: 2 },
      [],
    ],
    [
      'goes on when it runs, if that is enough',
      [OLD, OLD, BEHIND],
      { waitForSync: false },
      [1],
    ],
    [
      'leaves alone what is to be removed anyway',
      [{}, {}, OLD],
      { replicas: 2 },
      [],
    ],
    ['replaces a single node', [OLD], {}, [0]],
  ])('%s', (_, pods, options, replaced) => {
    expect(plan(pods, options)).toEqual(replaced);
  });

  it('never takes away more nodes in sync than the budget, and never one that is current', () => {
    const traits = fc.record({
      revision: fc.constantFrom(CURRENT, 'nodes-old'),
      ready: fc.constantFrom('True' as const, 'False' as const),
      terminating: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(traits, { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (pods, maxUnavailable) => {
          const inSync = pods.filter(
            each => each.ready === 'True' && !each.terminating,
          );
          const replaced = plan(pods, { maxUnavailable }).map(i => pods[i]);
          const taken = replaced.filter(each => inSync.includes(each));
          const away = pods.length - inSync.length + taken.length;
          expect(replaced.every(each => each.revision !== CURRENT)).toBe(true);
          expect(replaced.some(each => each.terminating)).toBe(false);
          expect(taken.length === 0 || away <= maxUnavailable).toBe(true);
        },
      ),
    );
  });

  it('always ends: as long as replaced nodes come back, all become current', () => {
    const start = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 3 }), (sync, budget) => {
        const pods: PodTraits[] = sync.map(inSync => ({
          ...OLD,
          ready: inSync ? ('True' as const) : ('False' as const),
        }));
        for (let round = 0; round <= pods.length; round += 1) {
          for (const i of plan(pods, { maxUnavailable: budget })) pods[i] = {};
        }
        expect(pods.every(each => each.revision === undefined)).toBe(true);
      }),
    );
  });
});
