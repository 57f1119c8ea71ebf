import { linePath, rangeOf } from './linePath';

const BOX = { width: 100, height: 10 };

describe('rangeOf', () => {
  it('begins at zero, for the height of a line to mean something', () => {
    expect(
      rangeOf([
        [5, 9],
        [null, 7],
      ]),
    ).toEqual({ min: 0, max: 9 });
  });

  it('has room where all is zero, and is none where nothing is known', () => {
    expect(rangeOf([[0, 0]])).toEqual({ min: 0, max: 1 });
    expect(rangeOf([[null], []])).toBeUndefined();
  });
});

describe('linePath', () => {
  const range = { min: 0, max: 10 };

  it('goes from left to right, and up with the value', () => {
    expect(linePath([0, 10, 5], range, BOX)).toBe('M0 10L50 0L100 5');
  });

  it('leaves gaps, and draws a value between two of them as a point', () => {
    expect(linePath([1, 2, null, 3, null], range, BOX)).toBe(
      'M0 9L25 8M75 7h0',
    );
    expect(linePath([null, null], range, BOX)).toBe('');
    expect(linePath([4], range, BOX)).toBe('M0 6h0');
  });
});
