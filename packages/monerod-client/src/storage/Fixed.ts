/**
 * A value that always takes the same number of bytes, packed without types or
 * names: what monerod writes into strings as a "blob".
 */
export interface Fixed<T> {
  /** Bytes that a value takes. */
  readonly size: number;
  /** What a value should be, for errors; `undefined` when it is one. */
  problem(value: T): string | undefined;
  write(view: DataView, at: number, value: T): void;
  read(view: DataView, at: number): T;
}

/** The TypeScript type of a {@link Fixed}'s values. */
export type FixedValue<F> = F extends Fixed<infer T> ? T : never;

const HEX = /^[0-9a-f]*$/;
const DIGITS = '0123456789abcdef';
const CODE_OF_9 = 0x39;

/** Value of a digit that is known to be one, by its character code. */
const nibble = (code: number) =>
  code <= CODE_OF_9 ? code - 0x30 : code - 0x61 + 10;

/** So many bytes as they are. */
export function fixedBytes(size: number): Fixed<Uint8Array> {
  return {
    size,
    problem: value =>
      value instanceof Uint8Array && value.length === size
        ? undefined
        : `expected ${size} bytes`,
    write: (view, at, value) => {
      new Uint8Array(view.buffer, view.byteOffset + at, size).set(value);
    },
    read: (view, at) =>
      new Uint8Array(view.buffer, view.byteOffset + at, size).slice(),
  };
}

/**
 * So many bytes as lower-case hexadecimal digits: hashes and ids.
 *
 * @param size a few dozen bytes at most
 */
export function fixedHex(size: number): Fixed<string> {
  return {
    size,
    problem: value =>
      typeof value === 'string' && value.length === size * 2 && HEX.test(value)
        ? undefined
        : `expected ${size * 2} hexadecimal digits in lower case`,
    write: (view, at, value) => {
      for (let index = 0; index < size; index++) {
        const high = nibble(value.charCodeAt(index * 2));
        view.setUint8(
          at + index,
          high * 16 + nibble(value.charCodeAt(index * 2 + 1)),
        );
      }
    },
    read: (view, at) => {
      const codes: number[] = [];
      for (let index = 0; index < size; index++) {
        const byte = view.getUint8(at + index);
        codes.push(DIGITS.charCodeAt(byte >>> 4), DIGITS.charCodeAt(byte & 15));
      }
      return String.fromCharCode(...codes);
    },
  };
}

/** An integer of 32 bits without a sign. */
export function fixedU32(): Fixed<number> {
  return {
    size: 4,
    problem: value =>
      Number.isInteger(value) && value >= 0 && value <= 0xffffffff
        ? undefined
        : 'expected an integer from 0 to 4294967295',
    write: (view, at, value) => view.setUint32(at, value, true),
    read: (view, at) => view.getUint32(at, true),
  };
}

/** An integer of 64 bits without a sign. */
export function fixedU64(): Fixed<bigint> {
  return {
    size: 8,
    problem: value =>
      typeof value === 'bigint' && BigInt.asUintN(64, value) === value
        ? undefined
        : 'expected a bigint from 0 to 2^64 - 1',
    write: (view, at, value) => view.setBigUint64(at, value, true),
    read: (view, at) => view.getBigUint64(at, true),
  };
}

/** An integer of 64 bits with its sign. */
export function fixedI64(): Fixed<bigint> {
  return {
    size: 8,
    problem: value =>
      typeof value === 'bigint' && BigInt.asIntN(64, value) === value
        ? undefined
        : 'expected a bigint of 64 bits with its sign',
    write: (view, at, value) => view.setBigInt64(at, value, true),
    read: (view, at) => view.getBigInt64(at, true),
  };
}

/** Values one after the other, as a packed C structure has them. */
export function fixedStruct<F extends Record<string, Fixed<unknown>>>(
  members: F,
): Fixed<{ [K in keyof F]: FixedValue<F[K]> }> {
  let size = 0;
  const parts = Object.entries(members).map(([name, type]) => {
    const at = size;
    size += type.size;
    return { name: name as keyof F, type, at };
  });
  type Value = { [K in keyof F]: FixedValue<F[K]> };
  return {
    size,
    problem: value => {
      if (typeof value !== 'object' || value === null) {
        return 'expected an object';
      }
      for (const { name, type } of parts) {
        const problem = type.problem(value[name]);
        if (problem) {
          return `${String(name)}: ${problem}`;
        }
      }
      return undefined;
    },
    write: (view, start, value) => {
      for (const { name, type, at } of parts) {
        type.write(view, start + at, value[name]);
      }
    },
    read: (view, start) => {
      const value: Partial<Value> = {};
      for (const { name, type, at } of parts) {
        value[name] = type.read(view, start + at) as Value[keyof F];
      }
      return value as Value;
    },
  };
}
