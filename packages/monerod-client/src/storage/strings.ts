import { Fixed } from './Fixed';
import { Reader } from './Reader';
import { show } from './show';
import { StorageType } from './StorageType';
import { describeTag, TAG } from './wireTypes';
import { Writer } from './Writer';

const encoder = new TextEncoder();
// Keeps a byte order mark: what is read is what was written.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const SHORT_TEXT = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Longest string that monerod reads, less one. */
const MAX_BYTES = 2_000_000_000;

/** A string, whose length the caller has asked for already. */
interface StringContent<T> {
  write(writer: Writer, value: T): Uint8Array;
  read(reader: Reader, length: number): T;
}

function string<T>({ write, read }: StringContent<T>): StorageType<T> {
  return {
    tag: TAG.string,
    write(writer, value) {
      const bytes = write(writer, value);
      if (bytes.length >= MAX_BYTES) {
        writer.fail('BadValue', `a string of ${bytes.length} bytes`);
      }
      writer.varint(bytes.length);
      writer.put(bytes);
    },
    read(reader, tag) {
      if (tag !== TAG.string) {
        reader.fail('WrongType', `expected string, got ${describeTag(tag)}`);
      }
      return read(reader, reader.stringLength());
    },
  };
}

/** Short text of ASCII, as most is; `undefined` for any other. */
function asciiBytes(value: string): Uint8Array | undefined {
  if (value.length > SHORT_TEXT) {
    return undefined;
  }
  const ascii = new Uint8Array(value.length);
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code > 0x7f) {
      return undefined;
    }
    ascii[index] = code;
  }
  return ascii;
}

function utf8Bytes(value: string): Uint8Array | undefined {
  return (
    asciiBytes(value) ??
    (LONE_SURROGATE.test(value) ? undefined : encoder.encode(value))
  );
}

const BYTES = string<Uint8Array>({
  write: (writer, value) =>
    value instanceof Uint8Array
      ? value
      : writer.fail('BadValue', `expected bytes, got ${show(value)}`),
  read: (reader, length) => reader.take(length),
});

const TEXT = string<string>({
  write: (writer, value) =>
    (typeof value === 'string' ? utf8Bytes(value) : undefined) ??
    writer.fail('BadValue', `expected text, got ${show(value)}`),
  read: (reader, length) => {
    const bytes = reader.take(length);
    try {
      return decoder.decode(bytes);
    } catch {
      return reader.fail('BadValue', 'expected text in UTF-8');
    }
  },
});

/** A string as the bytes that it is. */
export const bytes = () => BYTES;
/** A string that holds text in UTF-8. */
export const text = () => TEXT;

const viewOf = (value: Uint8Array) =>
  new DataView(value.buffer, value.byteOffset, value.byteLength);

/** A string that holds one value of fixed size, such as a hash. */
export function blob<T>(type: Fixed<T>): StorageType<T> {
  return string<T>({
    write: (writer, value) => {
      const problem = type.problem(value);
      if (problem) {
        writer.fail('BadValue', `${problem}, got ${show(value)}`);
      }
      const packed = new Uint8Array(type.size);
      type.write(viewOf(packed), 0, value);
      return packed;
    },
    read: (reader, length) => {
      if (length !== type.size) {
        reader.fail('BadValue', `expected ${type.size} bytes, got ${length}`);
      }
      return type.read(viewOf(reader.take(length)), 0);
    },
  });
}

/** A string that holds values of fixed size one after the other. */
export function blobList<T>(type: Fixed<T>): StorageType<T[]> {
  const { size } = type;
  return string<T[]>({
    write: (writer, values) => {
      if (!Array.isArray(values)) {
        return writer.fail('BadValue', `expected a list, got ${show(values)}`);
      }
      const packed = new Uint8Array(size * values.length);
      const view = viewOf(packed);
      values.forEach((value, index) => {
        const problem = type.problem(value);
        if (problem) {
          writer.enter(index);
          writer.fail('BadValue', `${problem}, got ${show(value)}`);
        }
        type.write(view, index * size, value);
      });
      return packed;
    },
    read: (reader, length) => {
      if (length % size !== 0) {
        reader.fail(
          'BadValue',
          `expected a multiple of ${size} bytes, got ${length}`,
        );
      }
      const view = viewOf(reader.take(length));
      return Array.from({ length: length / size }, (_, index) =>
        type.read(view, index * size),
      );
    },
  });
}
