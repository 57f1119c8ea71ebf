import { documentOf, failure, toHex } from './__testUtils__/hex';
import { StorageError, StorageFields, toPlain, untypedCodec } from '.';

const codec = untypedCodec();

const EVERY_TYPE = [
  '38',
  '0161 01 ffffffffffffffff',
  '0162 02 ffffffff',
  '0163 03 ffff',
  '0164 04 ff',
  '0165 05 ffffffffffffffff',
  '0166 06 ffffffff',
  '0167 07 ffff',
  '0168 08 ff',
  '0169 09 000000000000f83f',
  '016a 0a 08 4f4b',
  '016b 0b 01',
  '016c 0c 04 0161 0a 08 00ff',
  '016d 86 08 01000000 02000000',
  '016e 8d 08 88 04 07 8c 04 00',
].join(' ');

describe('untypedCodec', () => {
  it('reads every type and writes the same bytes again', () => {
    const fields = codec.decode(documentOf(EVERY_TYPE));
    expect(toPlain(fields)).toEqual({
      a: '-1',
      b: -1,
      c: -1,
      d: -1,
      e: '18446744073709551615',
      f: 4294967295,
      g: 65535,
      h: 255,
      i: 1.5,
      j: 'OK',
      k: true,
      l: { a: '0x00ff' },
      m: [1, 2],
      n: [[7], [{}]],
    });
    expect(fields.get('m')).toEqual({
      type: 'list',
      of: 'u32',
      items: [
        { type: 'u32', value: 1 },
        { type: 'u32', value: 2 },
      ],
    });
    expect(toHex(codec.encode(fields))).toBe(toHex(documentOf(EVERY_TYPE)));
  });

  it('shows a name that objects know as any other', () => {
    const fields = codec.decode(documentOf('04 09 5f5f70726f746f5f5f 08 07'));
    expect(JSON.stringify(toPlain(fields))).toBe('{"__proto__":7}');
  });

  it.each<[string, string, string]>([
    ['04 01 61 0e 00', 'UnknownType', 'a: no such type: 14'],
    ['08 01 61 08 00 01 61 08 00', 'DuplicateField', 'a: is there twice'],
    ['04 01 61 0b 07', 'BadValue', 'a: expected 0 or 1'],
    ['04 01 61 8a 08 00', 'Truncated', 'a: 2 elements announced'],
    ['00 00', 'TrailingBytes', '1 bytes too many'],
    [`${'04 01 61 0c '.repeat(32)} 00`, 'TooDeep', 'more than 32 levels'],
  ])('refuses to read %s', (digits, code, message) => {
    const error = failure<StorageError>(() => codec.decode(documentOf(digits)));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it.each<[string, StorageFields, string, string]>([
    [
      'an element of another type',
      new Map([
        ['a', { type: 'list', of: 'u8', items: [{ type: 'u16', value: 1 }] }],
      ]),
      'BadValue',
      'a[0]: expected u8, got u16',
    ],
    [
      'a name that is too long',
      new Map([['x'.repeat(256), { type: 'u8', value: 1 }]]),
      'BadName',
      'not a name of 1 to 255 bytes',
    ],
    [
      'a name beyond bytes',
      new Map([['ɱ', { type: 'u8', value: 1 }]]),
      'BadName',
      'not a name of 1 to 255 bytes',
    ],
    [
      'a value out of range',
      new Map([['a', { type: 'u8', value: 256 }]]),
      'BadValue',
      'a: expected an integer from 0 to 255, got 256',
    ],
  ])('refuses to write %s', (_what, fields, code, message) => {
    const error = failure<StorageError>(() => codec.encode(fields));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
});
