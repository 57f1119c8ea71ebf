import { elementCount, elementTag } from './list';
import { Reader } from './Reader';
import { LIST_FLAG, MIN_BYTES, TAG, typeName } from './wireTypes';

/**
 * Reads past a value of any type, with every check but those of meaning.
 *
 * @throws StorageError
 */
export function skipValue(reader: Reader, tag: number): void {
  if (tag & LIST_FLAG || tag === TAG.array) {
    skipList(reader, tag);
    return;
  }
  const name = typeName(tag);
  switch (name) {
    case undefined:
      reader.fail('UnknownType', `no such type: ${tag}`);
      break;
    case 'object':
      skipObject(reader);
      break;
    case 'string':
      reader.skip(reader.stringLength());
      break;
    case 'bool':
      reader.bool();
      break;
    default:
      reader.skip(MIN_BYTES[name]);
  }
}

function skipList(reader: Reader, tag: number): void {
  reader.descend();
  const inner = elementTag(reader, tag);
  const count = elementCount(reader, inner);
  for (let index = 0; index < count; index++) {
    reader.enter(index);
    skipValue(reader, inner);
    reader.leave();
  }
  reader.ascend();
}

function skipObject(reader: Reader): void {
  reader.descend();
  const seen = new Set<string>();
  for (let left = reader.fieldCount(); left > 0; left--) {
    const name = reader.name();
    reader.enter(name);
    if (seen.has(name)) {
      reader.fail('DuplicateField', 'is there twice');
    }
    seen.add(name);
    skipValue(reader, readTag(reader));
    reader.leave();
  }
  reader.ascend();
}

/** The type byte of a field; counts what has a limit. */
export function readTag(reader: Reader): number {
  const tag = reader.u8();
  if (tag === TAG.object) {
    reader.countObjects(1);
  } else if (tag === TAG.string) {
    reader.countStrings(1);
  }
  return tag;
}
