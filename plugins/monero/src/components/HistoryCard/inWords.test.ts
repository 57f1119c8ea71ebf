import { inWords } from './inWords';

describe('inWords', () => {
  it.each([
    [
      'the last value, and between what it was',
      [184, 90, 2],
      '2 now, 2 to 184',
    ],
    ['of one value', [7], '7 now, 7 to 7'],
    [
      'the present as unknown after a gap at the end',
      [3, null],
      '— now, 3 to 3',
    ],
    ['that nothing was measured', [null, null], 'not measured'],
    ['that there never was anything', [], 'not measured'],
  ])('tells %s', (_, values, expected) => {
    expect(inWords(values, String)).toBe(expected);
  });
});
