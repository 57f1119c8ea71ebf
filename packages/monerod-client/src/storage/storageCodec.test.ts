import { documentOf, failure, fromHex, toHex } from './__testUtils__/hex';
import {
  blob,
  blobList,
  bool,
  bytes,
  Codec,
  double,
  fixedBytes,
  fixedHex,
  fixedI64,
  fixedStruct,
  fixedU32,
  fixedU64,
  i16,
  i32,
  i64,
  i8,
  list,
  mapped,
  named,
  object,
  optional,
  optionalList,
  storageCodec,
  StorageError,
  StorageType,
  text,
  u16,
  u32,
  u64,
  u8,
  withDefault,
} from '.';

const MAX_U64 = 2n ** 64n - 1n;

/** A document with one field `v` of this type. */
const one = <T>(type: StorageType<T>) => storageCodec(object({ v: type }));

/** `04` one field, `01 76` its name, then the type byte and the value. */
const field = (digits: string) => `04 01 76 ${digits}`;

const PEER = fixedStruct({
  ip: fixedU32(),
  port: fixedU32(),
  id: fixedU64(),
  lastSeen: fixedI64(),
});

describe('correct, both directions', () => {
  function rows<T>(type: StorageType<T>, pairs: [T, string][]) {
    return pairs.map(([value, digits]) => ({
      name: `${digits}`,
      bytes: documentOf(field(digits)),
      value: { v: value },
      // Each row has a type of its own, which a table cannot say.
      codec: one(type) as Codec<unknown>,
    }));
  }

  it.each([
    ...rows(u8(), [
      [0, '08 00'],
      [255, '08 ff'],
    ]),
    ...rows(u16(), [[0x1234, '07 3412']]),
    ...rows(u32(), [[0xfffffffe, '06 feffffff']]),
    ...rows(u64(), [
      [MAX_U64, '05 ffffffffffffffff'],
      [1n, '05 0100000000000000'],
    ]),
    ...rows(i8(), [
      [-128, '04 80'],
      [127, '04 7f'],
    ]),
    ...rows(i16(), [[-2, '03 feff']]),
    ...rows(i32(), [[-(2 ** 31), '02 00000080']]),
    ...rows(i64(), [[-1n, '01 ffffffffffffffff']]),
    ...rows(double(), [
      [1.5, '09 000000000000f83f'],
      [-0, '09 0000000000000080'],
      [NaN, '09 000000000000f87f'],
    ]),
    ...rows(bool(), [
      [true, '0b 01'],
      [false, '0b 00'],
    ]),
    ...rows(text(), [
      ['', '0a 00'],
      ['OK', '0a 08 4f4b'],
      ['ɱ', '0a 08 c9b1'],
      ['\ufeffx', '0a 10 efbbbf78'],
      ['x'.repeat(64), `0a 0101 ${'78'.repeat(64)}`],
    ]),
    ...rows(bytes(), [[fromHex('00ff'), '0a 08 00ff']]),
    ...rows(blob(fixedHex(4)), [['00ab10ff', '0a 10 00ab10ff']]),
    ...rows(blob(fixedBytes(2)), [[fromHex('0102'), '0a 08 0102']]),
    ...rows(blobList(fixedHex(2)), [
      [[], '0a 00'],
      [['0102', 'fffe'], '0a 10 0102fffe'],
    ]),
    ...rows(blobList(PEER), [
      [
        [{ ip: 1, port: 18080, id: MAX_U64, lastSeen: -1n }],
        '0a 60 01000000 a0460000 ffffffffffffffff ffffffffffffffff',
      ],
    ]),
    ...rows(list(u32()), [
      [[], '86 00'],
      [[1, 2], '86 08 01000000 02000000'],
    ]),
    ...rows(list(u64()), [[[MAX_U64], '85 04 ffffffffffffffff']]),
    ...rows(list(text()), [[['a', ''], '8a 08 04 61 00']]),
    ...rows(list(bool()), [[[true, false], '8b 08 01 00']]),
    ...rows(list(object({ a: u8() })), [
      [[{ a: 1 }, { a: 2 }], '8c 08 04 01 61 08 01 04 01 61 08 02'],
    ]),
    ...rows(list(list(u8())), [[[[1], []], '8d 08 88 04 01 88 00']]),
    ...rows(object({}), [[{}, '0c 00']]),
  ])('$name', ({ codec, value, bytes: expected }) => {
    expect(toHex(codec.encode(value))).toBe(toHex(expected));
    expect(codec.decode(expected)).toEqual(value);
  });

  it('writes fields in the order of their names, whatever the order of declaration', () => {
    const codec = storageCodec(
      object({ z: u8(), a: u8(), Z: named('b', u8()) }),
    );
    expect(toHex(codec.encode({ z: 1, a: 2, Z: 3 }))).toBe(
      toHex(documentOf('0c 01 61 08 02 01 62 08 03 01 7a 08 01')),
    );
  });

  it.each([
    [0, '00'],
    [63, 'fc'],
    [64, '0101'],
    [16_383, 'fdff'],
    [16_384, '02000100'],
  ])('writes a length of %i in as few bytes as it takes', (length, digits) => {
    const encoded = one(bytes()).encode({ v: new Uint8Array(length) });
    expect(toHex(encoded.slice(13, encoded.length - length))).toBe(digits);
    expect(one(bytes()).decode(encoded).v).toHaveLength(length);
  });
});

describe('what is read but not written that way', () => {
  it.each<[string, StorageType<unknown>, string, unknown]>([
    ['a wider integer that fits', u8(), '05 0700000000000000', 7],
    ['a narrower integer', u64(), '08 07', 7n],
    ['a signed integer for one without sign', u32(), '01 0700000000000000', 7],
    ['an unsigned integer for a signed one', i64(), '08 ff', 255n],
    ['a length in more bytes than needed', text(), '0a 0900 4f4b', 'OK'],
    ['a length in eight bytes', text(), '0a 0b00000000000000 4f4b', 'OK'],
    ['a list that says its type twice', list(u8()), '0d 88 04 07', [7]],
    ['a list of integers of another width', list(u8()), '87 04 0700', [7]],
  ])('%s', (_what, type, digits, value) => {
    expect(one(type).decode(documentOf(field(digits)))).toEqual({ v: value });
  });
});

describe('fields', () => {
  const codec = storageCodec(
    object({
      id: u64(),
      rpcPort: named('rpc_port', withDefault(u16(), 0)),
      flags: optional(u32()),
      peers: named('peer_list', optionalList(object({ id: u64() }))),
    }),
  );
  const ID = '02 6964 05 0700000000000000';

  it('leaves out what is absent or usual', () => {
    const value = { id: 7n, rpcPort: 0, peers: [] };
    expect(toHex(codec.encode(value))).toBe(toHex(documentOf(`04 ${ID}`)));
    expect(codec.decode(documentOf(`04 ${ID}`))).toEqual(value);
  });

  it('has every field, under its name on the wire', () => {
    const value = { id: 7n, rpcPort: 1, flags: 0, peers: [{ id: 8n }] };
    const encoded = codec.encode(value);
    expect(codec.decode(encoded)).toEqual(value);
    expect(toHex(encoded)).toContain(toHex(Buffer.from('\x08rpc_port')));
    expect(toHex(encoded)).toContain(toHex(Buffer.from('\x09peer_list')));
  });

  it('reads fields in any order', () => {
    const swapped = documentOf(`08 05 666c616773 06 01000000 ${ID}`);
    const sorted = documentOf(`08 ${ID} 05 666c616773 06 01000000`);
    expect(codec.decode(swapped)).toEqual(codec.decode(sorted));
  });

  it('skips fields that nobody declared, whatever they hold', () => {
    const unknown = [
      '02 7a61 08 01',
      '02 7a62 8a 08 04 61 00',
      '02 7a63 0c 04 01 78 8c 04 04 01 79 09 0000000000000000',
      '02 7a64 8d 04 88 04 01',
      '02 7a65 0b 01',
      '02 7a66 0d 85 00',
      '09 5f5f70726f746f5f5f 0a 04 78',
    ];
    const value = codec.decode(documentOf(`20 ${ID} ${unknown.join(' ')}`));
    expect(value).toEqual({ id: 7n, rpcPort: 0, peers: [] });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    ['two fields of one name', { a: u8(), b: named('a', u8()) }],
    ['an empty name', { a: named('', u8()) }],
    ['a name of 256 bytes', { a: named('x'.repeat(256), u8()) }],
    ['a name beyond bytes', { a: named('ɱ', u8()) }],
  ])('refuses to be declared with %s', (_what, fields) => {
    expect(() => object(fields)).toThrow(TypeError);
  });
});

describe('bad values', () => {
  const deep = one(list(object({ id: u8() })));
  it.each<[string, () => unknown, string]>([
    [
      'a number below',
      () => one(u8()).encode({ v: -1 }),
      'v: expected an integer from 0 to 255, got -1',
    ],
    [
      'a number above',
      () => one(i16()).encode({ v: 32_768 }),
      'v: expected an integer from -32768 to 32767, got 32768',
    ],
    [
      'a fraction',
      () => one(u32()).encode({ v: 1.5 }),
      'v: expected an integer from 0 to 4294967295, got 1.5',
    ],
    [
      'not a number',
      () => one(u32()).encode({ v: NaN }),
      'v: expected an integer from 0 to 4294967295, got NaN',
    ],
    [
      'a bigint above',
      () => one(u64()).encode({ v: 2n ** 64n }),
      'v: expected an integer from 0 to 18446744073709551615, got 18446744073709551616n',
    ],
    [
      'a number for a bigint',
      () => one(u64()).encode({ v: 1 as never }),
      'v: expected an integer from 0 to 18446744073709551615, got 1',
    ],
    [
      'a string for a number',
      () => one(u8()).encode({ v: '7' as never }),
      'v: expected an integer from 0 to 255, got "7"',
    ],
    [
      'a string for a double',
      () => one(double()).encode({ v: '7' as never }),
      'v: expected a number, got "7"',
    ],
    [
      'a number for a bool',
      () => one(bool()).encode({ v: 1 as never }),
      'v: expected true or false, got 1',
    ],
    [
      'nothing',
      () => one(u8()).encode({} as never),
      'v: expected an integer from 0 to 255, got undefined',
    ],
    [
      'text for bytes',
      () => one(bytes()).encode({ v: 'x' as never }),
      'v: expected bytes, got "x"',
    ],
    [
      'half a character',
      () => one(text()).encode({ v: '\ud800' }),
      'v: expected text, got "\\ud800"',
    ],
    [
      'a hash that is too short',
      () => one(blob(fixedHex(2))).encode({ v: 'ab' }),
      'v: expected 4 hexadecimal digits in lower case, got "ab"',
    ],
    [
      'a hash in upper case',
      () => one(blob(fixedHex(1))).encode({ v: 'AB' }),
      'v: expected 2 hexadecimal digits in lower case, got "AB"',
    ],
    [
      'too few bytes',
      () => one(blob(fixedBytes(2))).encode({ v: fromHex('01') }),
      'v: expected 2 bytes, got 1 bytes',
    ],
    [
      'a bad member of a structure in a blob',
      () =>
        one(blobList(PEER)).encode({
          v: [{ ip: 1, port: -1, id: 0n, lastSeen: 0n }],
        }),
      'v[0]: port: expected an integer from 0 to 4294967295, got an object',
    ],
    [
      'no list for a list',
      () => one(list(u8())).encode({ v: 7 as never }),
      'v: expected a list, got 7',
    ],
    [
      'an object deep inside',
      () => deep.encode({ v: [{ id: 1 }, { id: 256 }] }),
      'v[1].id: expected an integer from 0 to 255, got 256',
    ],
    [
      'no object for an object',
      () => deep.encode({ v: [null as never] }),
      'v[0]: expected an object, got null',
    ],
    [
      'no object at the outermost',
      () => deep.encode(7 as never),
      'expected an object, got 7',
    ],
    [
      'what a mapping refuses',
      () =>
        one(
          mapped(u8(), {
            fromWire: String,
            toWire: () => {
              throw new Error('expected a colour');
            },
          }),
        ).encode({ v: 'x' }),
      'v: expected a colour',
    ],
  ])('%s', (_what, work, message) => {
    const error = failure<StorageError>(work);
    expect(error).toBeInstanceOf(StorageError);
    expect([error.code, error.message]).toEqual(['BadValue', message]);
    expect(error.offset).toBeUndefined();
  });
});

describe('bad bytes', () => {
  const known = object({ v: u8(), w: optional(list(object({ x: text() }))) });
  const OK = '01 76 08 07';
  it.each<[string, string, string, string]>([
    ['no bytes', 'raw', 'BadMagic', ''],
    ['another magic', 'raw 0111010101010201 02 00', 'BadMagic', ''],
    ['half a magic', 'raw 01110101', 'BadMagic', ''],
    ['nothing after the magic', '', 'Truncated', 'ends where a length'],
    ['half a count', '01', 'Truncated', 'needs 2 more bytes, 1 left'],
    [
      'fields without bytes',
      '10',
      'Truncated',
      '4 fields announced, 0 bytes left',
    ],
    [
      'fields beyond reason',
      'ffffffffffffffff',
      'Truncated',
      'over 2^32 fields announced',
    ],
    ['a missing field', '00', 'MissingField', 'v: is missing'],
    ['bytes at the end', `04 ${OK} 00`, 'TrailingBytes', '1 bytes too many'],
    ['an empty name', '04 00 08 07 00', 'BadName', 'without a name'],
    [
      'half a name',
      '04 09 76 08 07',
      'Truncated',
      'needs 9 more bytes, 3 left',
    ],
    ['half a value', '04 01 76 07 01', 'Truncated', 'v: needs 2 more bytes'],
    [
      'a value too large',
      '04 01 76 07 0001',
      'BadValue',
      'v: expected an integer from 0 to 255, got 256',
    ],
    [
      'a negative value',
      '04 01 76 04 ff',
      'BadValue',
      'v: expected an integer from 0 to 255, got -1',
    ],
    [
      'text for a number',
      '04 01 76 0a 04 61',
      'WrongType',
      'v: expected u8, got string',
    ],
    [
      'a list for a number',
      '04 01 76 88 04 01',
      'WrongType',
      'v: expected u8, got a list of u8',
    ],
    [
      'a type that does not exist',
      '04 01 76 0e 04 61',
      'WrongType',
      'v: expected u8, got type 14',
    ],
    ['a field twice', `08 ${OK} ${OK}`, 'DuplicateField', 'v: is there twice'],
    [
      'an unknown field twice',
      '08 01 61 08 01 01 61 08 01',
      'DuplicateField',
      'a: is there twice',
    ],
    [
      'an unknown field twice in an unknown object',
      '04 01 61 0c 08 01 62 08 01 01 62 08 01',
      'DuplicateField',
      'a.b: is there twice',
    ],
    [
      'an unknown field of no type',
      '04 01 61 00 00',
      'UnknownType',
      'a: no such type: 0',
    ],
    [
      'an unknown list of no type',
      '04 01 61 8e 04',
      'UnknownType',
      'a: no such type: 14',
    ],
    [
      'an unknown bool that is neither',
      '04 01 61 0b 02',
      'BadValue',
      'a: expected 0 or 1 for a bool, got 2',
    ],
    [
      'a list that is not',
      '04 01 61 0d 08 00',
      'WrongType',
      'a: expected a list, got u8',
    ],
    [
      'a number for a list',
      '04 01 77 08 07',
      'WrongType',
      'w: expected a list, got u8',
    ],
    [
      'more elements than bytes',
      '04 01 77 8c fe',
      'Truncated',
      'needs 4 more bytes, 1 left',
    ],
    [
      'elements without bytes',
      '04 01 77 8c fc',
      'Truncated',
      'w: 63 elements announced, 0 bytes left',
    ],
    [
      'a number for an object',
      '04 01 77 88 04 01',
      'WrongType',
      'w[0]: expected object, got u8',
    ],
    [
      'text that goes beyond',
      '04 01 77 8c 04 04 01 78 0a fc 61',
      'Truncated',
      'w[0].x: a string of 63 bytes announced, 1 left',
    ],
    [
      'text that is none',
      '04 01 77 8c 04 04 01 78 0a 04 ff',
      'BadValue',
      'w[0].x: expected text in UTF-8',
    ],
    [
      'a number for text',
      '04 01 77 8c 04 04 01 78 08 61',
      'WrongType',
      'w[0].x: expected string, got u8',
    ],
  ])('%s', (_what, digits, code, message) => {
    const bad = digits.startsWith('raw')
      ? fromHex(digits.slice(3))
      : documentOf(digits);
    const error = failure<StorageError>(() => storageCodec(known).decode(bad));
    expect(error).toBeInstanceOf(StorageError);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.offset).toBeLessThanOrEqual(bad.length);
  });

  it.each<[string, StorageType<unknown>, string, string]>([
    [
      'a hash of another size',
      blob(fixedHex(32)),
      '0a 04 61',
      'v: expected 32 bytes, got 1 (at byte 14)',
    ],
    [
      'hashes of another size',
      blobList(fixedHex(2)),
      '0a 0c 616263',
      'v: expected a multiple of 2 bytes, got 3 (at byte 14)',
    ],
    ['a bool that is neither', bool(), '0b 02', 'v: expected 0 or 1'],
    [
      'what a mapping refuses',
      mapped(u8(), {
        toWire: Number,
        fromWire: () => {
          throw new Error('expected a colour');
        },
      }),
      '08 01',
      'v: expected a colour (at byte 14)',
    ],
  ])('%s', (_what, type, digits, message) => {
    const error = failure<StorageError>(() =>
      one(type).decode(documentOf(field(digits))),
    );
    expect(error.code).toBe('BadValue');
    expect(error.message).toContain(message);
  });

  it.each<[string, StorageType<unknown>, string]>([
    ['text for a bool', bool(), 'v: expected bool, got string'],
    ['text for a double', double(), 'v: expected double, got string'],
  ])('%s', (_what, type, message) => {
    const error = failure<StorageError>(() =>
      one(type).decode(documentOf(field('0a 04 61'))),
    );
    expect(error.code).toBe('WrongType');
    expect(error.message).toContain(message);
  });

  it('names path and byte apart from the message', () => {
    const error = failure<StorageError>(() =>
      one(list(object({ x: u8() }))).decode(
        documentOf(field('8c 04 04 01 78 0b 02')),
      ),
    );
    expect(error).toMatchObject({
      name: 'StorageError',
      code: 'WrongType',
      path: 'v[0].x',
      offset: 18,
    });
  });
});

describe('limits', () => {
  const limits = { maxDepth: 3, maxObjects: 2, maxFields: 4, maxStrings: 2 };
  const code = (digits: string) =>
    failure<StorageError>(() =>
      storageCodec(object({}), { limits }).decode(documentOf(digits)),
    ).code;
  const read = (digits: string) =>
    storageCodec(object({}), { limits }).decode(documentOf(digits));

  it('takes what is just within', () => {
    expect(read('04 01 61 0c 04 01 61 0c 00')).toEqual({});
    expect(read('04 01 61 8c 08 00 00')).toEqual({});
    expect(read('04 01 61 8a 08 00 00')).toEqual({});
    expect(read('10 0161 0800 0162 0800 0163 0800 0164 0800')).toEqual({});
  });

  it('refuses what is just beyond', () => {
    expect(code('04 01 61 0c 04 01 61 8d 04 88 00')).toBe('TooDeep');
    expect(code('04 01 61 8c 04 04 01 61 8c 04 00')).toBe('TooDeep');
    expect(code('04 01 61 8c 0c 00 00 00')).toBe('TooManyObjects');
    expect(code('0c 0161 0c 00 0162 0c 00 0163 0c 00')).toBe('TooManyObjects');
    expect(code('04 01 61 8a 0c 00 00 00')).toBe('TooManyStrings');
    expect(code('0c 0161 0a 00 0162 0a 00 0163 0a 00')).toBe('TooManyStrings');
    expect(code('14 0161 0800 0162 0800 0163 0800 0164 0800 0165 0800')).toBe(
      'TooManyFields',
    );
  });

  it('holds a list to the length it was declared with', () => {
    const short = one(list(u8(), { max: 1 }));
    expect(short.decode(short.encode({ v: [7] }))).toEqual({ v: [7] });
    const message = 'v: expected at most 1 elements, got 2';
    expect(
      failure<StorageError>(() => short.encode({ v: [7, 8] })).message,
    ).toBe(message);
    expect(
      failure<StorageError>(() =>
        short.decode(documentOf(field('88 08 07 08'))),
      ).message,
    ).toContain(message);
  });

  it('does not write deeper than it reads', () => {
    const inner = object({ a: object({ a: object({ a: object({}) }) }) });
    const error = failure<StorageError>(() =>
      storageCodec(inner, { limits }).encode({ a: { a: { a: {} } } }),
    );
    expect([error.code, error.path]).toEqual(['TooDeep', 'a.a.a']);
  });

  it('takes zeros after the end only where padding is expected', () => {
    const padded = documentOf('00 000000');
    const codec = storageCodec(object({}), { padding: true });
    expect(codec.decode(padded)).toEqual({});
    expect(codec.decode(documentOf('00'))).toEqual({});
    expect(
      failure<StorageError>(() => codec.decode(documentOf('00 000100'))).code,
    ).toBe('TrailingBytes');
  });
});
