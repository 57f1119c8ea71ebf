import fc from 'fast-check';
import { anyFields } from './__testUtils__/nodes';
import { toHex } from './__testUtils__/hex';
import {
  blobList,
  bool,
  fixedHex,
  list,
  object,
  optional,
  optionalList,
  storageCodec,
  StorageError,
  text,
  u32,
  u64,
  untypedCodec,
  withDefault,
} from '.';

const untyped = untypedCodec();
const typed = storageCodec(
  object({
    id: u64(),
    note: optional(text()),
    port: withDefault(u32(), 0),
    hashes: blobList(fixedHex(2)),
    flags: list(bool()),
    children: optionalList(object({ id: u64() })),
  }),
);
const typedValue = fc.record(
  {
    id: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    note: fc.string({ unit: 'grapheme' }),
    port: fc.integer({ min: 0, max: 0xffffffff }),
    hashes: fc.array(
      fc
        .integer({ min: 0, max: 0xffff })
        .map(each => each.toString(16).padStart(4, '0')),
    ),
    flags: fc.array(fc.boolean()),
    children: fc.array(
      fc.record({ id: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }),
    ),
  },
  { requiredKeys: ['id', 'port', 'hashes', 'flags', 'children'] },
);

/** Either a value, or the one class of error: never anything else. */
function outcome(decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array) {
  try {
    return { value: decode(bytes) };
  } catch (error) {
    expect(error).toBeInstanceOf(StorageError);
    const { offset } = error as StorageError;
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(offset).toBeLessThanOrEqual(bytes.length);
    return { error: error as StorageError };
  }
}

/** Values of a tree, for comparing them with the bytes they came from. */
function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 1;
  }
  if (value instanceof Uint8Array) {
    return 1 + value.length;
  }
  const parts =
    value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.reduce<number>((sum, each) => sum + sizeOf(each), 1);
}

describe('any document', () => {
  it('comes back as it was, and as the same bytes', () => {
    fc.assert(
      fc.property(anyFields, fields => {
        const bytes = untyped.encode(fields);
        const again = untyped.decode(bytes);
        expect(again).toEqual(fields);
        expect(toHex(untyped.encode(again))).toBe(toHex(bytes));
      }),
    );
  });

  it('comes back through a schema', () => {
    fc.assert(
      fc.property(typedValue, value => {
        const bytes = typed.encode(value);
        expect(typed.decode(bytes)).toEqual(value);
        expect(toHex(untyped.encode(untyped.decode(bytes)))).toBe(toHex(bytes));
      }),
    );
  });

  it('is skipped by a schema that knows none of it, and refused alike', () => {
    const none = storageCodec(object({}));
    fc.assert(
      fc.property(
        anyFields,
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (fields, at, byte) => {
          const bytes = untyped.encode(fields);
          expect(none.decode(bytes)).toEqual({});
          bytes[at % bytes.length] = byte;
          const known = outcome(untyped.decode, bytes);
          const skipped = outcome(none.decode, bytes);
          expect(skipped.error?.message).toBe(known.error?.message);
        },
      ),
    );
  });
});

describe('bytes that are damaged', () => {
  const mutations = fc.array(
    fc.tuple(
      fc.constantFrom('set', 'cut', 'insert', 'copy'),
      fc.nat(),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 4 },
  );

  function mutate(
    bytes: Uint8Array,
    [how, where, some]: [string, number, Uint8Array],
  ): Uint8Array {
    const at = where % (bytes.length + 1);
    const [head, tail] = [bytes.slice(0, at), bytes.slice(at)];
    switch (how) {
      case 'set':
        return Uint8Array.of(...head, ...some, ...tail.slice(some.length));
      case 'cut':
        return Uint8Array.of(...head, ...tail.slice(some[0]));
      case 'insert':
        return Uint8Array.of(...head, ...some, ...tail);
      default:
        return Uint8Array.of(...head, ...tail.slice(0, some[0]), ...tail);
    }
  }

  it('give a value or a typed error, and a value is no larger than its bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyFields.map(untyped.encode), typedValue.map(typed.encode)),
        mutations,
        (bytes, changes) => {
          const bad = changes.reduce(mutate, bytes);
          const { value } = outcome(untyped.decode, bad);
          // Each byte makes at most a node of type, value and place in a list.
          expect(sizeOf(value)).toBeLessThanOrEqual(4 * bad.length + 1);
          outcome(typed.decode, bad);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never take more time than their length accounts for', () => {
    const hostile = [
      // As many empty objects, strings and lists as fit into a megabyte.
      [0x04, 0x01, 0x61, 0x8c],
      [0x04, 0x01, 0x61, 0x8a],
      [0x04, 0x01, 0x61, 0x8d],
      [0x04, 0x01, 0x61, 0x88],
      [0x04, 0x01, 0x61, 0x85],
    ];
    for (const start of hostile) {
      const bytes = new Uint8Array(2 ** 20);
      bytes.set([0x01, 0x11, 1, 1, 1, 1, 0x02, 1, 1, ...start]);
      const count = Math.floor((bytes.length - 17) / 8);
      new DataView(bytes.buffer).setUint32(13, count * 4 + 2, true);
      const started = process.cpuUsage();
      outcome(untyped.decode, bytes);
      outcome(typed.decode, bytes);
      // Time of the processor: the machine may have more to do.
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1000).toBeLessThan(2_000);
    }
  });
});
