import { arrivalGroups } from './arrivalGroups';
import type { Arrival } from './followBlock';

/** Seconds at which a member was last seen without the block, and first with it. */
type Seen = [ordinal: number, without: number | undefined, at: number];

function arrivals(...seen: Seen[]): Arrival[] {
  return seen.map(([ordinal, without, at], place) => ({
    ordinal,
    at: at * 1_000,
    withoutAt: without === undefined ? undefined : without * 1_000,
    look: 1,
    place,
  }));
}

const inShort = (given: readonly Arrival[]) =>
  arrivalGroups({ arrivals: given }).map(
    ({ ordinals, atLeast, atMost }) =>
      `${ordinals.join(' ')}: ${atLeast} to ${atMost}`,
  );

describe('arrivalGroups', () => {
  it.each<[string, Arrival[], string[]]>([
    ['knows nothing of no member', [], []],
    [
      'says of the first only that it is the first',
      arrivals([4, 95, 100]),
      ['4: 0 to 0'],
    ],
    [
      'puts together who had it within the same second, soonest first',
      arrivals([4, 95, 100], [2, 95.8, 100.9], [9, 95.2, 100.2], [1, 98, 103]),
      ['4: 0 to 0', '2 9: 0 to 1', '1: 0 to 3'],
    ],
    [
      'proves a time where a member was seen without it after the first had it',
      arrivals([4, 95, 100], [1, 102.7, 107.2]),
      ['4: 0 to 0', '1: 2 to 8'],
    ],
    [
      'promises of several no more than holds for each',
      arrivals([4, 95, 100], [1, 104, 107], [2, 96, 106.5]),
      ['4: 0 to 0', '1 2: 0 to 7'],
    ],
    [
      'proves nothing of a member that was never seen without it',
      arrivals([4, 95, 100], [1, undefined, 107]),
      ['4: 0 to 0', '1: 0 to 7'],
    ],
    [
      'leaves out who had it when the page was opened, but counts from there',
      [
        { ...arrivals([0, undefined, 90])[0], look: 0 },
        ...arrivals([1, 94, 97]),
      ],
      ['1: 4 to 7'],
    ],
    [
      'has one row for all that come late',
      arrivals(
        ...Array.from({ length: 9 }, (_, each): Seen => [each, 0, each]),
      ),
      [
        '0: 0 to 0',
        '1: 0 to 1',
        '2: 0 to 2',
        '3: 0 to 3',
        '4: 0 to 4',
        '5: 0 to 5',
        '6 7 8: 0 to 8',
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(inShort(given)).toEqual(expected);
  });
});
