import { Reader } from './Reader';
import { show } from './show';
import { StorageType } from './StorageType';
import { describeTag, TAG } from './wireTypes';
import { Writer } from './Writer';

/** Reads an integer of whatever type stands there; `undefined` if none does. */
function readInteger(reader: Reader, tag: number): number | bigint | undefined {
  switch (tag) {
    case TAG.u8:
      return reader.u8();
    case TAG.u16:
      return reader.u16();
    case TAG.u32:
      return reader.u32();
    case TAG.u64:
      return reader.u64();
    case TAG.i8:
      return reader.i8();
    case TAG.i16:
      return reader.i16();
    case TAG.i32:
      return reader.i32();
    case TAG.i64:
      return reader.i64();
    default:
      return undefined;
  }
}

interface Integer<T extends number | bigint> {
  name: 'u8' | 'u16' | 'u32' | 'u64' | 'i8' | 'i16' | 'i32' | 'i64';
  min: T;
  max: T;
  is(value: unknown): value is T;
  convert(value: number | bigint): T;
  read(reader: Reader): T;
  write(writer: Writer, value: T): void;
}

function integer<T extends number | bigint>({
  name,
  min,
  max,
  is,
  convert,
  read,
  write,
}: Integer<T>): StorageType<T> {
  const own = TAG[name];
  const expected = `expected an integer from ${min} to ${max}`;
  return {
    tag: own,
    write(writer, value) {
      if (!is(value) || value < min || value > max) {
        writer.fail('BadValue', `${expected}, got ${show(value)}`);
      }
      write(writer, value);
    },
    // Like monerod, takes an integer of another width when its value fits: the
    // widths of some fields differ between versions.
    read(reader, tag) {
      if (tag === own) {
        return read(reader);
      }
      const value = readInteger(reader, tag);
      if (value === undefined) {
        return reader.fail(
          'WrongType',
          `expected ${name}, got ${describeTag(tag)}`,
        );
      }
      if (value < min || value > max) {
        reader.fail('BadValue', `${expected}, got ${value}`);
      }
      return convert(value);
    },
  };
}

const isInteger = (value: unknown): value is number => Number.isInteger(value);
const isBigint = (value: unknown): value is bigint => typeof value === 'bigint';

const U8 = integer<number>({
  name: 'u8',
  min: 0,
  max: 0xff,
  is: isInteger,
  convert: Number,
  read: reader => reader.u8(),
  write: (writer, value) => writer.u8(value),
});
const U16 = integer<number>({
  name: 'u16',
  min: 0,
  max: 0xffff,
  is: isInteger,
  convert: Number,
  read: reader => reader.u16(),
  write: (writer, value) => writer.u16(value),
});
const U32 = integer<number>({
  name: 'u32',
  min: 0,
  max: 0xffffffff,
  is: isInteger,
  convert: Number,
  read: reader => reader.u32(),
  write: (writer, value) => writer.u32(value),
});
const U64 = integer<bigint>({
  name: 'u64',
  min: 0n,
  max: 2n ** 64n - 1n,
  is: isBigint,
  convert: BigInt,
  read: reader => reader.u64(),
  write: (writer, value) => writer.u64(value),
});
// The setters wrap around: negative numbers come out in two's complement.
const I8 = integer<number>({
  name: 'i8',
  min: -(2 ** 7),
  max: 2 ** 7 - 1,
  is: isInteger,
  convert: Number,
  read: reader => reader.i8(),
  write: (writer, value) => writer.u8(value),
});
const I16 = integer<number>({
  name: 'i16',
  min: -(2 ** 15),
  max: 2 ** 15 - 1,
  is: isInteger,
  convert: Number,
  read: reader => reader.i16(),
  write: (writer, value) => writer.u16(value),
});
const I32 = integer<number>({
  name: 'i32',
  min: -(2 ** 31),
  max: 2 ** 31 - 1,
  is: isInteger,
  convert: Number,
  read: reader => reader.i32(),
  write: (writer, value) => writer.u32(value),
});
const I64 = integer<bigint>({
  name: 'i64',
  min: -(2n ** 63n),
  max: 2n ** 63n - 1n,
  is: isBigint,
  convert: BigInt,
  read: reader => reader.i64(),
  write: (writer, value) => writer.u64(value),
});

/** An integer from 0 to 255. */
export const u8 = () => U8;
/** An integer from 0 to 65535. */
export const u16 = () => U16;
/** An integer from 0 to 2^32 - 1. */
export const u32 = () => U32;
/** A bigint from 0 to 2^64 - 1. */
export const u64 = () => U64;
/** An integer from -128 to 127. */
export const i8 = () => I8;
/** An integer of 16 bits with its sign. */
export const i16 = () => I16;
/** An integer of 32 bits with its sign. */
export const i32 = () => I32;
/** A bigint of 64 bits with its sign. */
export const i64 = () => I64;

const DOUBLE: StorageType<number> = {
  tag: TAG.double,
  write(writer, value) {
    if (typeof value !== 'number') {
      writer.fail('BadValue', `expected a number, got ${show(value)}`);
    }
    writer.double(value);
  },
  read(reader, tag) {
    return tag === TAG.double
      ? reader.double()
      : reader.fail('WrongType', `expected double, got ${describeTag(tag)}`);
  },
};

const BOOL: StorageType<boolean> = {
  tag: TAG.bool,
  write(writer, value) {
    if (typeof value !== 'boolean') {
      writer.fail('BadValue', `expected true or false, got ${show(value)}`);
    }
    writer.u8(value ? 1 : 0);
  },
  read(reader, tag) {
    return tag === TAG.bool
      ? reader.bool()
      : reader.fail('WrongType', `expected bool, got ${describeTag(tag)}`);
  },
};

/** A number of 64 bits with a fraction. */
export const double = () => DOUBLE;
/** True or false. */
export const bool = () => BOOL;
