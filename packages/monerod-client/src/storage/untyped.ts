import { elementCount, elementTag } from './list';
import { bool, double, i16, i32, i64, i8, u16, u32, u64, u8 } from './numbers';
import { Reader } from './Reader';
import { readTag } from './skip';
import { Codec, storageCodec, StorageCodecOptions } from './storageCodec';
import { StorageType } from './StorageType';
import { bytes } from './strings';
import { LIST_FLAG, TAG, TypeName, typeName } from './wireTypes';
import { Writer } from './Writer';

/** A value with the type that it has on the wire. */
export type StorageNode =
  | { type: 'u64' | 'i64'; value: bigint }
  | {
      type: 'u32' | 'u16' | 'u8' | 'i32' | 'i16' | 'i8' | 'double';
      value: number;
    }
  | { type: 'bool'; value: boolean }
  | { type: 'string'; value: Uint8Array }
  | { type: 'object'; fields: StorageFields }
  | { type: 'list'; of: TypeName; items: StorageNode[] };

/** Fields of an object, by their names with a character a byte. */
export type StorageFields = Map<string, StorageNode>;

const SCALARS: Record<string, StorageType<unknown>> = {
  u8: u8(),
  u16: u16(),
  u32: u32(),
  u64: u64(),
  i8: i8(),
  i16: i16(),
  i32: i32(),
  i64: i64(),
  double: double(),
  bool: bool(),
  string: bytes(),
};

function readFields(reader: Reader): StorageFields {
  reader.descend();
  const fields: StorageFields = new Map();
  for (let left = reader.fieldCount(); left > 0; left--) {
    const name = reader.name();
    reader.enter(name);
    if (fields.has(name)) {
      reader.fail('DuplicateField', 'is there twice');
    }
    fields.set(name, readNode(reader, readTag(reader)));
    reader.leave();
  }
  reader.ascend();
  return fields;
}

function readList(reader: Reader, tag: number): StorageNode {
  reader.descend();
  const inner = elementTag(reader, tag);
  const count = elementCount(reader, inner);
  const items: StorageNode[] = [];
  for (let index = 0; index < count; index++) {
    reader.enter(index);
    items.push(readNode(reader, inner));
    reader.leave();
  }
  reader.ascend();
  return { type: 'list', of: typeName(inner) as TypeName, items };
}

function readNode(reader: Reader, tag: number): StorageNode {
  if (tag & LIST_FLAG || tag === TAG.array) {
    return readList(reader, tag);
  }
  if (tag === TAG.object) {
    return { type: 'object', fields: readFields(reader) };
  }
  const type = typeName(tag);
  if (!type) {
    return reader.fail('UnknownType', `no such type: ${tag}`);
  }
  return { type, value: SCALARS[type].read(reader, tag) } as StorageNode;
}

/** Type byte that stands before a node. */
function tagOf(node: StorageNode): number {
  return node.type === 'list' ? LIST_FLAG | TAG[node.of] : TAG[node.type];
}

function writeName(writer: Writer, name: string): void {
  const length = name.length;
  if (length < 1 || length > 255) {
    writer.fail('BadName', 'not a name of 1 to 255 bytes');
  }
  writer.u8(length);
  for (let index = 0; index < length; index++) {
    const code = name.charCodeAt(index);
    if (code > 255) {
      writer.fail('BadName', 'not a name of 1 to 255 bytes');
    }
    writer.u8(code);
  }
}

function writeFields(writer: Writer, fields: StorageFields): void {
  writer.descend();
  writer.varint(fields.size);
  for (const [name, node] of fields) {
    writer.enter(name);
    writeName(writer, name);
    writer.u8(tagOf(node));
    writeNode(writer, node);
    writer.leave();
  }
  writer.ascend();
}

function writeList(writer: Writer, of: TypeName, items: StorageNode[]): void {
  writer.descend();
  writer.varint(items.length);
  items.forEach((item, index) => {
    writer.enter(index);
    const type = item.type === 'list' ? 'array' : item.type;
    if (type !== of) {
      writer.fail('BadValue', `expected ${of}, got ${type}`);
    }
    if (item.type === 'list') {
      writer.u8(tagOf(item));
    }
    writeNode(writer, item);
    writer.leave();
  });
  writer.ascend();
}

function writeNode(writer: Writer, node: StorageNode): void {
  if (node.type === 'object') {
    writeFields(writer, node.fields);
  } else if (node.type === 'list') {
    writeList(writer, node.of, node.items);
  } else {
    SCALARS[node.type].write(writer, node.value);
  }
}

const ANY_OBJECT: StorageType<StorageFields> = {
  tag: TAG.object,
  write: writeFields,
  read: readFields,
};

/**
 * Reads and writes any document, without knowing what it means: for tools, for
 * tests and for looking at what a peer sent.
 */
export function untypedCodec(
  options: StorageCodecOptions = {},
): Codec<StorageFields> {
  return storageCodec(ANY_OBJECT, options);
}
