import fc from 'fast-check';
import { parseJson, writeJson } from './json';

describe('parseJson', () => {
  it.each([
    ['keeps ordinary numbers', '{"a":1.5,"b":-3}', { a: 1.5, b: -3 }],
    [
      'keeps the largest safe integer a number',
      '9007199254740991',
      9007199254740991,
    ],
    ['makes larger integers exact', '9007199254740993', 9007199254740993n],
    [
      'reads the free space that a restricted daemon reports',
      '[18446744073709551615]',
      [18446744073709551615n],
    ],
    ['reads large negative integers', '-9007199254740993', -9007199254740993n],
    ['leaves large numbers with exponents alone', '1e300', 1e300],
    [
      'leaves digits inside strings alone',
      '"18446744073709551615"',
      '18446744073709551615',
    ],
    [
      'keeps raw control bytes inside strings',
      '{"a":"x\u0001\ny"}',
      { a: 'x\u0001\ny' },
    ],
    [
      'takes an escape that JSON has not for what it means',
      '"a\\v\\\\v\\n"',
      'a\u000b\\v\n',
    ],
    [
      'keeps escapes beside raw control bytes',
      '{"a\u0002":"\\"\\\\\u0003\\n"}',
      { 'a\u0002': '"\\\u0003\n' },
    ],
  ])('%s', (_sentence, text, expected) => {
    expect(parseJson(text)).toStrictEqual(expected);
  });

  it.each([
    '',
    '{',
    '{"a":}',
    '\u0001',
    '<html></html>',
    '{18446744073709551615:1}',
    '[018446744073709551615]',
    '[1 18446744073709551615]',
    '18446744073709551615 18446744073709551615',
  ])('refuses %j', text => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  it('refuses what is nested too deeply, without ending the process', () => {
    expect(() => parseJson('['.repeat(200_000) + ']'.repeat(200_000))).toThrow(
      RangeError,
    );
  });

  it('reads every 64-bit integer exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), value => {
        expect(BigInt(parseJson(value.toString()) as number | bigint)).toBe(
          value,
        );
      }),
    );
  });
});

describe('writeJson', () => {
  it('writes every digit of large integers', () => {
    expect(writeJson({ a: [2n ** 64n - 1n, -5n], b: 'x' })).toBe(
      '{"a":[18446744073709551615,-5],"b":"x"}',
    );
  });

  it('is read back as it was, whatever the texts hold', () => {
    const anything = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(anything, fc.constantFrom(0, 2), (value, space) => {
        expect(parseJson(writeJson(value, space))).toStrictEqual(value);
      }),
    );
  });
});
