import fc from 'fast-check';
import { diskForecast, type TrendSums } from './diskForecast';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;

/** Sums over points of [hours before now, free GiB]. */
function sumsOf(points: ReadonlyArray<readonly [number, number]>): TrendSums {
  const total = (of: (x: number, y: number) => number) =>
    points.reduce((sum, [ago, gib]) => sum + of(-ago, gib), 0);
  return {
    count: points.length,
    x: total(x => x),
    y: total((_, y) => y),
    xx: total(x => x * x),
    xy: total((x, y) => x * y),
    oldest: Math.max(0, ...points.map(([ago]) => ago)),
  };
}

const line = (
  hours: number,
  gibNow: number,
  gibPerHour: number,
): Array<[number, number]> =>
  Array.from({ length: hours * 4 + 1 }, (_, index) => [
    index / 4,
    gibNow - (gibPerHour * -index) / 4,
  ]);

describe('diskForecast', () => {
  it('tells when free space that goes down steadily is used up', () => {
    const found = diskForecast(sumsOf(line(24, 12, 0.5)), NOW);
    expect(found).toBeCloseTo(NOW + 24 * HOUR, -3);
  });

  it('is exact for any straight line, however far it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 300 * 24, noNaN: true }),
        (gibPerHour, hours) => {
          const found = diskForecast(
            sumsOf(line(24, gibPerHour * hours, gibPerHour)),
            NOW,
          );
          expect(((found ?? NaN) - NOW) / HOUR / hours).toBeCloseTo(1, 4);
        },
      ),
    );
  });

  it.each<[string, Array<[number, number]>]>([
    ['nothing was measured', []],
    ['only an hour is known', line(1, 12, 0.5)],
    [
      'there are few points',
      [
        [10, 20],
        [5, 15],
        [0, 10],
      ],
    ],
    ['space gets more', line(24, 12, -0.5)],
    ['space stays', line(24, 12, 0)],
    ['the day is more than a year away', line(24, 1000, 0.01)],
    ['all points are of the same moment', Array(20).fill([3, 5])],
  ])('says nothing when %s', (_, points) => {
    expect(diskForecast(sumsOf(points), NOW)).toBeUndefined();
  });
});
