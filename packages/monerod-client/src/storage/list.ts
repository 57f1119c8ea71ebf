import { Reader } from './Reader';
import { show } from './show';
import { StorageType } from './StorageType';
import { describeTag, LIST_FLAG, MIN_BYTES, TAG, typeName } from './wireTypes';

/**
 * Type byte of the elements of the list that stands here: what is left of the
 * list's own, or of a second one after type `array`.
 */
export function elementTag(reader: Reader, tag: number): number {
  const flagged = tag === TAG.array ? reader.u8() : tag;
  if (!(flagged & LIST_FLAG)) {
    reader.fail('WrongType', `expected a list, got ${describeTag(flagged)}`);
  }
  return flagged & ~LIST_FLAG;
}

/** Reads how many elements follow, held against bytes left and limits. */
export function elementCount(reader: Reader, tag: number): number {
  const name = typeName(tag);
  if (!name) {
    return reader.fail('UnknownType', `no such type: ${tag}`);
  }
  const count = reader.count(MIN_BYTES[name]);
  if (tag === TAG.object) {
    reader.countObjects(count);
  } else if (tag === TAG.string) {
    reader.countStrings(count);
  }
  return count;
}

/** How long a list may be. */
export interface ListOptions {
  /** Most elements; as many as the document may hold unless said. */
  max?: number;
}

/**
 * A list of values of one type. An empty one is written as such; monerod leaves
 * it out instead, for which there is `optionalList`.
 */
export function list<T>(
  element: StorageType<T>,
  { max = Infinity }: ListOptions = {},
): StorageType<T[]> {
  const tooLong = (count: number) =>
    `expected at most ${max} elements, got ${count}`;
  const nested = Boolean(element.tag & LIST_FLAG);
  return {
    tag: LIST_FLAG | (nested ? TAG.array : element.tag),
    write(writer, values) {
      if (!Array.isArray(values)) {
        return writer.fail('BadValue', `expected a list, got ${show(values)}`);
      }
      if (values.length > max) {
        writer.fail('BadValue', tooLong(values.length));
      }
      writer.descend();
      writer.varint(values.length);
      for (let index = 0; index < values.length; index++) {
        writer.enter(index);
        if (nested) {
          writer.u8(element.tag);
        }
        element.write(writer, values[index]);
        writer.leave();
      }
      return writer.ascend();
    },
    read(reader, tag) {
      reader.descend();
      const inner = elementTag(reader, tag);
      const count = elementCount(reader, inner);
      if (count > max) {
        reader.fail('BadValue', tooLong(count));
      }
      const values: T[] = [];
      for (let index = 0; index < count; index++) {
        reader.enter(index);
        values.push(element.read(reader, inner));
        reader.leave();
      }
      reader.ascend();
      return values;
    },
  };
}
