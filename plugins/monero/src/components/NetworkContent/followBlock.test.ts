import type {
  MemberPair,
  NetworkHealth,
} from '@monero-portal/plugin-monero-common';
import { aNetwork, aNode } from '../../__testUtils__';
import { followBlock, type BlockTravel } from './followBlock';
import { travelInWords } from './travelInWords';

const T0 = Date.parse('2026-03-01T12:00:00Z');

/** Height, second at which it was looked at, and hash of the top block; nothing for a member without a pod. */
type Told = [height: number, second: number, hash?: string] | undefined;

function look(
  told: readonly Told[],
  differs: Partial<NetworkHealth> = {},
): NetworkHealth {
  return aNetwork({
    replicas: told.length,
    members: told.map((each, ordinal) => ({
      ordinal,
      nodeSet: `lab-${ordinal}`,
      node: each && {
        ...aNode({ pod: `lab-${ordinal}-0`, height: each[0] }),
        sampledAt: new Date(T0 + each[1] * 1_000).toISOString(),
        topHash: each[2] ?? `hash of ${each[0]}`,
      },
    })),
    links: { expected: 3, missing: [], unknown: [] },
    ...differs,
  });
}

const follow = (looks: readonly NetworkHealth[]) =>
  looks.reduce<BlockTravel | undefined>(followBlock, undefined);

/** "0 2 | 1": who came in one look, and who in the next; what was so at first in brackets. */
const inShort = ({ arrivals }: BlockTravel) =>
  [...new Set(arrivals.map(each => each.look))]
    .map(each => {
      const names = arrivals
        .filter(arrival => arrival.look === each)
        .map(({ ordinal }) => ordinal)
        .join(' ');
      return each === 0 ? `(${names})` : names;
    })
    .join(' | ');

const pulsesOf = ({ pulses }: BlockTravel) =>
  pulses.map(({ from, to }) => `${from}>${to}`);

const open = (missing: MemberPair[], unknown: MemberPair[] = []) => ({
  links: { expected: 3, missing, unknown },
});

const BEFORE: Told[] = [
  [7, 0],
  [7, 1],
  [7, 2],
];

describe('the way of a block through a network', () => {
  it.each<[string, NetworkHealth[], string, string[], string]>([
    [
      'is not known when the page is opened',
      [look(BEFORE)],
      '(0 1 2)',
      [],
      'all 3 members have it.',
    ],
    [
      'has the order in which members were seen with it',
      [
        look(BEFORE),
        look([
          [8, 7],
          [8, 5],
          [8, 6],
        ]),
      ],
      '1 2 0',
      [],
      'all 3 members have it, seen within one look.',
    ],
    [
      'proves nothing while each was asked once: the second answer tells of members not asked before',
      [
        look(BEFORE),
        look([
          [8, 5],
          [7, 1],
          [7, 2],
        ]),
        look([
          [8, 5],
          [8, 6],
          [8, 7],
        ]),
      ],
      '0 | 1 2',
      [],
      'all 3 members have it, seen within one look.',
    ],
    [
      'goes from who was seen with it to who was seen without it later',
      [
        look(BEFORE),
        look([
          [8, 5],
          [7, 1],
          [7, 7],
        ]),
        look([
          [8, 10],
          [8, 6],
          [8, 12],
        ]),
      ],
      '0 | 1 2',
      ['0>2'],
      'all 3 members have it; the last of them was still without it 2 s after the first was seen with it.',
    ],
    [
      'comes from all that had it: by which link nobody knows',
      [
        look(BEFORE),
        look([
          [8, 5],
          [8, 6],
          [7, 7],
        ]),
        look([
          [8, 10],
          [8, 11],
          [8, 12],
        ]),
      ],
      '0 1 | 2',
      ['0>2', '1>2'],
      'all 3 members have it; the last of them was still without it 2 s after the first was seen with it.',
    ],
    [
      'never takes a link that is missing or unknown',
      [
        look(BEFORE),
        look([
          [8, 5],
          [8, 6],
          [7, 7],
        ]),
        look(
          [
            [8, 10],
            [8, 11],
            [8, 12],
          ],
          open([[0, 2]], [[1, 2]]),
        ),
      ],
      '0 1 | 2',
      [],
      'all 3 members have it; the last of them was still without it 2 s after the first was seen with it.',
    ],
    [
      'is also seen when the page was opened in the midst of it',
      [
        look([
          [8, 5],
          [7, 6],
          [7, 7],
        ]),
        look([
          [8, 10],
          [8, 11],
          [7, 12],
        ]),
      ],
      '(0) | 1',
      ['0>1'],
      '2 of 3 members have it; the last of them was still without it 1 s after the first was seen with it. Not seen with it: 2.',
    ],
    [
      'begins anew with the next block, before all have the last',
      [
        look(BEFORE),
        look([
          [8, 5],
          [7, 6],
          [7, 7],
        ]),
        look([
          [9, 10],
          [8, 11],
          [7, 12],
        ]),
      ],
      '0',
      [],
      '1 of 3 members has it, seen within one look. Not seen with it: 1, 2.',
    ],
    [
      'does not come to who has another block of that height',
      [
        look(BEFORE),
        look([
          [8, 5],
          [8, 6, 'other'],
          [8, 7],
        ]),
      ],
      '0 2',
      [],
      '2 of 3 members have it, seen within one look. Not seen with it: 1.',
    ],
    [
      'stays with the block that was there first while as many have the other',
      [
        look([[8, 0, 'b'], [7, 0], undefined]),
        look([[8, 5, 'b'], [8, 5, 'a'], undefined]),
      ],
      '(0)',
      [],
      '1 of 3 members has it. Not seen with it: 1, 2.',
    ],
    [
      'is not that of a chain that was left for another',
      [
        look([
          [9, 0],
          [8, 0],
          [8, 0],
        ]),
        look([
          [8, 5],
          [8, 6],
          [8, 7],
        ]),
      ],
      '(0 1 2)',
      [],
      'all 3 members have it.',
    ],
    [
      'forgets who has lost it: a new pod, or none',
      [
        look([
          [8, 5],
          [8, 5],
          [8, 5],
        ]),
        look([[8, 9], [1, 9], undefined]),
      ],
      '(0)',
      [],
      '1 of 3 members has it. Not seen with it: 1, 2.',
    ],
    [
      'stands still while the cluster is away',
      [
        look(BEFORE),
        look(
          [
            [8, 5],
            [8, 6],
            [8, 7],
          ],
          { stale: true },
        ),
      ],
      '(0 1 2)',
      [],
      'all 3 members have it.',
    ],
    [
      'is that of the network that is shown',
      [
        look(BEFORE),
        look(
          [
            [9, 5],
            [9, 5],
            [8, 5],
          ],
          { uid: 'another' },
        ),
      ],
      '(0 1)',
      [],
      '2 of 3 members have it. Not seen with it: 2.',
    ],
  ])('%s', (_, looks, arrivals, pulses, words) => {
    const travel = follow(looks);
    if (!travel) throw new Error('no block was followed');
    expect(inShort(travel)).toBe(arrivals);
    expect(pulsesOf(travel)).toEqual(pulses);
    expect(travelInWords(travel, 3)).toBe(
      `Newest block, height ${travel.height}: ${words}`,
    );
  });

  it('is the same after the same answer', () => {
    const looks = [
      look(BEFORE),
      look([
        [8, 5],
        [7, 6],
        [7, 7],
      ]),
    ];
    const once = follow(looks);
    expect(followBlock(once, looks[1])).toEqual(once);
  });

  it('is unknown while no member tells a height', () => {
    expect(follow([look([undefined, undefined])])).toBeUndefined();
  });

  it('keeps what has pulsed until the next block, so that nothing pulses twice', () => {
    const looks = [
      look(BEFORE),
      look([
        [8, 5],
        [7, 6],
        [7, 7],
      ]),
      look([
        [8, 10],
        [8, 11],
        [7, 12],
      ]),
      look([
        [8, 15],
        [8, 16],
        [8, 17],
      ]),
    ];
    expect(pulsesOf(follow(looks)!)).toEqual(['0>1', '0>2', '1>2']);
    expect(
      pulsesOf(
        follow([
          ...looks,
          look([
            [9, 20],
            [8, 21],
            [8, 22],
          ]),
        ])!,
      ),
    ).toEqual([]);
  });

  it('draws no lines where hundreds would flash at once', () => {
    const half = (height: number, second: number) =>
      Array.from(
        { length: 40 },
        (_, ordinal): Told => [ordinal < 20 ? 8 : height, second],
      );
    const travel = follow([look(half(7, 0)), look(half(8, 5))]);
    expect(travel?.arrivals).toHaveLength(40);
    expect(travel?.pulses).toEqual([]);
  });

  it('names no more than a few of those without the block', () => {
    const told = Array.from(
      { length: 12 },
      (_, ordinal): Told => [ordinal === 0 ? 8 : 7, 0],
    );
    expect(travelInWords(follow([look(told)])!, 12)).toBe(
      'Newest block, height 8: 1 of 12 members has it.',
    );
  });
});
