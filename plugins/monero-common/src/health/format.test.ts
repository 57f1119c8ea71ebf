import { every, formatCount, formatDuration, quote, sentence } from './format';

describe('formatDuration', () => {
  it.each([
    [-5, '0 s'],
    [0.4, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [368, '6 min'],
    [3_600, '1 h'],
    [12_000, '3 h 20 min'],
    [90_000, '1 d 1 h'],
    [86_400 * 12 + 59, '12 d'],
  ])('%d s is "%s"', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

it('separates thousands', () => {
  expect(formatCount(3_412_880)).toBe('3,412,880');
});

it.each([
  [1, 'The miner'],
  [2, 'Both miners'],
  [1_200, 'All 1,200 miners'],
])('calls all of %d %s', (count, text) => {
  expect(every(count, 'miner')).toBe(text);
});

it('quotes the last line of a log, printable and bounded', () => {
  expect(quote('one\ntwo\u0000\u001b[0m\n\n')).toBe('two');
  expect(quote('x'.repeat(1000))).toHaveLength(300);
  expect(quote('')).toBe('');
});

it('ends sentences once', () => {
  expect([sentence('a'), sentence('b.'), sentence('c? ')]).toEqual([
    'a.',
    'b.',
    'c?',
  ]);
});
