import { visibleRows } from './useVisibleRows';

describe('visibleRows', () => {
  it.each([
    ['at the top', 1000, 0, { first: 0, last: 30 }],
    ['in the middle', 1000, -20_000, { first: 390, last: 430 }],
    ['at the end', 1000, -49_500, { first: 980, last: 1000 }],
    ['above the list', 1000, 700, { first: 0, last: 16 }],
    ['of a short list', 3, 0, { first: 0, last: 3 }],
    ['of an empty list', 0, 0, { first: 0, last: 0 }],
  ])('%s', (_, count, top, expected) => {
    expect(visibleRows(count, 50, { top, height: 1_000 })).toEqual(expected);
  });
});
