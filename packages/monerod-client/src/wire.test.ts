import { MonerodError } from './errors';
import { WireReader } from './wire';

const read = (fields: unknown) => new WireReader(fields, 'get_info');

function failure(work: () => unknown): MonerodError {
  try {
    work();
  } catch (error) {
    return error as MonerodError;
  }
  throw new Error('expected a failure');
}

describe('WireReader', () => {
  it('reads each type', () => {
    const wire = read({
      text: 'x',
      yes: true,
      n: 7,
      negative: -4,
      small: 5,
      big: 2n ** 63n,
      hex: '0xff',
      hash: 'ab'.repeat(32),
      inner: { n: 1 },
      list: [{ n: 1 }, { n: 2 }],
      word: 'fakechain',
    });
    expect(wire.string('text')).toBe('x');
    expect(wire.boolean('yes')).toBe(true);
    expect(wire.count('n')).toBe(7);
    expect(wire.integer('negative')).toBe(-4);
    expect(wire.uint64('small')).toBe(5n);
    expect(wire.uint64('big')).toBe(2n ** 63n);
    expect(wire.hexNumber('hex')).toBe(255n);
    expect(wire.hash('hash')).toBe('ab'.repeat(32));
    expect(wire.object('inner').count('n')).toBe(1);
    expect(wire.list('list', each => each.count('n'))).toEqual([1, 2]);
    expect(wire.list('missing', each => each.count('n'))).toEqual([]);
    expect(wire.oneOf('word', { fakechain: 'regtest' })).toBe('regtest');
  });

  it.each<[string, () => unknown, string]>([
    [
      'a missing field',
      () => read({}).string('version'),
      'get_info.version: expected a string, got nothing',
    ],
    [
      'a string for a number',
      () => read({ height: '5' }).count('height'),
      'get_info.height: expected an integer from 0 to 2^53 - 1, got "5"',
    ],
    [
      'a negative height',
      () => read({ height: -1 }).count('height'),
      'get_info.height: expected an integer from 0 to 2^53 - 1, got -1',
    ],
    [
      'a fraction',
      () => read({ height: 1.5 }).count('height'),
      'get_info.height: expected an integer from 0 to 2^53 - 1, got 1.5',
    ],
    [
      'a height beyond 2^53',
      () => read({ height: 2n ** 60n }).count('height'),
      'get_info.height: expected an integer from 0 to 2^53 - 1, got 1152921504606846976',
    ],
    [
      'a number beyond 64 bits',
      () => read({ reward: 2n ** 64n }).uint64('reward'),
      'get_info.reward: expected an integer from 0 to 2^64 - 1, got 18446744073709551616',
    ],
    [
      'a short hash',
      () => read({ hash: 'ab' }).hash('hash'),
      'get_info.hash: expected 64 hexadecimal digits, got "ab"',
    ],
    [
      'a word that nobody knows',
      () => read({ nettype: 'moon' }).oneOf('nettype', { mainnet: 1 }),
      'get_info.nettype: expected one of mainnet, got "moon"',
    ],
    [
      'a word that every object knows',
      () => read({ nettype: 'constructor' }).oneOf('nettype', { mainnet: 1 }),
      'get_info.nettype: expected one of mainnet, got "constructor"',
    ],
    [
      'an inherited field',
      () => read({}).boolean('toString'),
      'get_info.toString: expected a boolean, got nothing',
    ],
    [
      'an object for a list',
      () => read({ list: {} }).list('list', each => each),
      'get_info.list: expected a list, got {}',
    ],
    [
      'a bad entry of a list',
      () => read({ list: [{ n: 1 }, 7] }).list('list', each => each),
      'get_info.list[1]: expected an object, got 7',
    ],
    [
      'a bad field of an entry',
      () => read({ list: [{ n: 'x' }] }).list('list', each => each.count('n')),
      'get_info.list[0].n: expected an integer from 0 to 2^53 - 1, got "x"',
    ],
    [
      'a list for an object',
      () => read([]),
      'get_info: expected an object, got []',
    ],
    ['null', () => read(null), 'get_info: expected an object, got null'],
    [
      'a long value, shortened',
      () => read({ v: 'x'.repeat(500) }).boolean('v'),
      `get_info.v: expected a boolean, got "${'x'.repeat(59)}...`,
    ],
  ])('names path and value of %s', (_what, work, message) => {
    const error = failure(work);
    expect(error).toBeInstanceOf(MonerodError);
    expect([error.code, error.message]).toEqual(['InvalidResponse', message]);
  });
});
