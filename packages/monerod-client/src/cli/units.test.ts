import { bytes, duration, grouped, when } from './units';

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KiB'],
  [5 * 2 ** 30, '5.0 GiB'],
  [3 * 2 ** 60, '3145728.0 TiB'],
])('%d bytes are %s', (count, text) => {
  expect(bytes(count)).toBe(text);
});

it.each([
  [0, '0 s'],
  [59, '59 s'],
  [61, '1 min'],
  [7_199, '1 h'],
  [200_000, '2 d'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

it('groups digits, of large integers too', () => {
  expect(grouped(2n ** 64n)).toBe('18,446,744,073,709,551,616');
});

it.each([
  [0, '1970-01-01T00:00:00Z (1 min ago)'],
  [90, '1970-01-01T00:01:30Z'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
])('Unix time %d, a minute after 1970 began, is %s', (at, text) => {
  expect(when(at, 60_000)).toBe(text);
});
