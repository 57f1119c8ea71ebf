import { forksOf } from './forks';

/** Blocks of a chain: "0:a 1:a 2:b" is index and a word for the hash. */
function chain(id: string, text: string) {
  const blocks = text
    .split(' ')
    .filter(Boolean)
    .map(each => each.split(':'))
    .map(([index, hash]): [number, string] => [Number(index), hash]);
  return { id, blocks: new Map(blocks) };
}

describe('forksOf', () => {
  it.each([
    ['nothing is known', [chain('a', ''), chain('b', '')]],
    ['all agree', [chain('a', '8:x 9:x'), chain('b', '8:x 9:x')]],
    ['one lags', [chain('a', '8:x 9:x 10:x'), chain('b', '6:x 7:x 8:x')]],
    ['one is far behind', [chain('a', '98:x 99:x'), chain('b', '8:y 9:y')]],
    [
      'two found the next block at the same time',
      [chain('a', '8:x 9:x'), chain('b', '8:x 9:y')],
    ],
    [
      'the block after it has decided, and one has not heard of it yet',
      [chain('a', '8:x 9:x 10:x'), chain('b', '8:x 9:y')],
    ],
  ])('finds no fork where %s', (_, nodes) => {
    expect([...forksOf(nodes)]).toEqual([]);
  });

  it('names the node whose block differs from that of most', () => {
    const forks = forksOf([
      chain('a', '7:x 8:x 9:x'),
      chain('b', '7:x 8:y 9:y 10:y 11:y'),
      chain('c', '7:x 8:x 9:x'),
    ]);
    expect([...forks]).toEqual([
      ['b', { index: 8, hash: 'y', otherHash: 'x', others: 2 }],
    ]);
  });

  it('takes the longer chain for the right one among equals', () => {
    const forks = forksOf([chain('a', '8:x 9:x'), chain('b', '8:y 9:y 10:y')]);
    expect([...forks.keys()]).toEqual(['a']);
  });

  it('sees a fork of chains that have grown apart in length', () => {
    const forks = forksOf([
      chain('a', '10:x 11:x 12:x 13:x'),
      chain('b', '10:x 11:y'),
    ]);
    expect(forks.get('b')).toMatchObject({ index: 11 });
  });
});
