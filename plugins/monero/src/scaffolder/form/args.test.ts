import { isUnfinished, splitArguments, suggestionsFor } from './args';

it('splits what is pasted from a command line', () => {
  expect(splitArguments('monerod  --out-peers 64\n--public-node ')).toEqual([
    '--out-peers',
    '64',
    '--public-node',
  ]);
});

it('suggests options by any part of their name, but none that is refused', () => {
  const names = suggestionsFor('--peers').map(flag => flag.name);
  expect(names).toEqual(expect.arrayContaining(['out-peers', 'in-peers']));
  expect(suggestionsFor('--data-dir')).toEqual([]);
});

describe('isUnfinished', () => {
  it.each(['', '-', '--', '--out', '--out-peers', '--log'])(
    'waits with %j',
    typed => {
      expect(isUnfinished(typed)).toBe(true);
    },
  );

  it.each([
    '--out-peers=64',
    '--data-dir',
    '--data-dir=/x',
    '--no-such-thing',
    'status',
    '--out-peers 64',
  ])('judges %j', typed => {
    expect(isUnfinished(typed)).toBe(false);
  });
});
