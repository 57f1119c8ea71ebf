import {
  formatAgo,
  formatCount,
  formatDuration,
  formatVersion,
  median,
  nameOfRef,
} from './format';

describe('formatDuration', () => {
  it.each([
    [-1, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [47 * 3_600_000, '47 h'],
    [48 * 3_600_000, '2 d'],
  ])('%d ms is %s', (ms, expected) => {
    expect(formatDuration(ms)).toBe(expected);
  });
});

describe('formatAgo', () => {
  const now = Date.parse('2026-01-01T00:01:00Z');
  it.each([
    [undefined, '—'],
    ['2026-01-01T00:00:00Z', '1 min ago'],
    ['2026-01-01T00:00:59.500Z', 'just now'],
    ['2026-01-01T00:02:00Z', 'just now'],
  ])('%s is %s', (at, expected) => {
    expect(formatAgo(at, now)).toBe(expected);
  });
});

it('counts with separators, and shows unknown as unknown', () => {
  expect(formatCount(3_412_880)).toBe('3,412,880');
  expect(formatCount(0)).toBe('0');
  expect(formatCount(undefined)).toBe('—');
});

it('leaves out the suffix of a released version', () => {
  expect(formatVersion('0.18.4.0-release')).toBe('0.18.4.0');
  expect(formatVersion('0.18.4.0-unknown')).toBe('0.18.4.0');
  expect(formatVersion('0.18.4.0-1a2b3c')).toBe('0.18.4.0-1a2b3c');
  expect(formatVersion(undefined)).toBe('—');
});

it('takes the name from a reference', () => {
  expect(nameOfRef('group:default/wallets')).toBe('wallets');
  expect(nameOfRef('user:guest')).toBe('guest');
  expect(nameOfRef('guest')).toBe('guest');
});

it('knows the middle of what is known', () => {
  expect(median([3, undefined, 1, 2])).toBe(2);
  expect(median([1, 2])).toBe(1);
  expect(median([undefined])).toBeUndefined();
});
