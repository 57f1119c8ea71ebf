import { readConditions } from './readConditions';
import { stamp } from './conditions';

const good = {
  type: 'Ready',
  status: 'True',
  reason: 'AllInSync',
  message: 'ok',
  lastTransitionTime: '2026-01-01T00:00:00Z',
};

describe('readConditions', () => {
  it.each<[string, unknown, unknown[]]>([
    ['nothing', undefined, []],
    ['a word', 'nonsense', []],
    ['an object', { a: 1 }, []],
    ['a list of anything', [null, 7, 'x', { type: 'Ready' }, good], [good]],
  ])('takes what is whole from %s', (_, raw, expected) => {
    expect(readConditions(raw)).toEqual(expected);
  });

  it('leaves the times of whole ones in place', () => {
    const verdict = {
      type: 'Ready',
      status: 'True',
      reason: 'R',
      message: 'm',
    };
    const now = Date.UTC(2026, 5, 1);
    const time = (before: unknown) =>
      stamp([verdict as never], before, 1, now)[0].lastTransitionTime;
    expect(time([good])).toBe('2026-01-01T00:00:00Z');
    expect(time('nonsense')).toBe('2026-06-01T00:00:00Z');
  });
});
