import { asField, Field, FieldOrType } from './Field';
import { Reader } from './Reader';
import { show } from './show';
import { readTag, skipValue } from './skip';
import { StorageType } from './StorageType';
import { describeTag, TAG } from './wireTypes';
import { Writer } from './Writer';

/** Properties of an object, each with the type or field that holds it. */
export type Fields = Record<string, FieldOrType<unknown>>;

type FieldValue<D> = D extends Field<infer T, boolean>
  ? T
  : D extends StorageType<infer T>
  ? T
  : never;

type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer _T, true> ? K : never;
}[keyof F];

type Flat<T> = { [K in keyof T]: T[K] };

/** The TypeScript type of an object with these fields. */
export type ObjectValue<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: FieldValue<F[K]> } & {
    [K in OptionalKeys<F>]?: FieldValue<F[K]>;
  }
>;

/** Stands for a field that was not there; no value is like it. */
const ABSENT = Symbol('absent');

interface Member {
  property: string;
  wireName: string;
  /** Length and characters of the name, as they stand on the wire. */
  nameBytes: Uint8Array;
  field: Field<unknown, boolean>;
}

function memberOf([property, declared]: [
  string,
  FieldOrType<unknown>,
]): Member {
  const field = asField(declared);
  const wireName = field.wireName ?? property;
  // eslint-disable-next-line no-control-regex
  if (!/^[\u0000-\u00ff]{1,255}$/.test(wireName)) {
    throw new TypeError(`${property}: not a name of 1 to 255 bytes`);
  }
  const characters = Uint8Array.from(wireName, each => each.charCodeAt(0));
  const nameBytes = Uint8Array.of(characters.length, ...characters);
  return { property, wireName, nameBytes, field };
}

/** The order of monerod, so that what it writes comes out the same again. */
function inWireOrder(fields: Fields): Member[] {
  const members = Object.entries(fields).map(memberOf);
  return members.sort((a, b) => {
    if (a.wireName === b.wireName) {
      throw new TypeError(`${a.property}: two fields named ${a.wireName}`);
    }
    return a.wireName < b.wireName ? -1 : 1;
  });
}

/** Members are mostly in our order: tries the next one before looking all up. */
function findMember(
  reader: Reader,
  members: readonly Member[],
  next: number,
): number | string {
  for (let index = next; index < members.length; index++) {
    if (reader.takeIf(members[index].nameBytes)) {
      return index;
    }
  }
  const name = reader.name();
  const index = members.findIndex(member => member.wireName === name);
  return index === -1 ? name : index;
}

function readUnknown(reader: Reader, name: string, seen: Set<string>): void {
  reader.enter(name);
  if (seen.has(name)) {
    reader.fail('DuplicateField', 'is there twice');
  }
  seen.add(name);
  skipValue(reader, readTag(reader));
  reader.leave();
}

/** The members' values, in their order; {@link ABSENT} where one is left out. */
function readMembers(reader: Reader, members: readonly Member[]): unknown[] {
  const found: unknown[] = new Array(members.length).fill(ABSENT);
  const unknown = new Set<string>();
  let next = 0;
  for (let left = reader.fieldCount(); left > 0; left--) {
    const index = findMember(reader, members, next);
    if (typeof index === 'string') {
      readUnknown(reader, index, unknown);
    } else {
      const { property, field } = members[index];
      reader.enter(property);
      if (found[index] !== ABSENT) {
        reader.fail('DuplicateField', 'is there twice');
      }
      found[index] = field.type.read(reader, readTag(reader));
      reader.leave();
      next = index + 1;
    }
  }
  return found;
}

function valueOf(
  reader: Reader,
  { property, field }: Member,
  found: unknown,
): unknown {
  if (found !== ABSENT) {
    return found;
  }
  if (field.optional) {
    return undefined;
  }
  if (!field.missing) {
    reader.enter(property);
    return reader.fail('MissingField', 'is missing');
  }
  return field.missing();
}

function writeMembers(
  writer: Writer,
  members: readonly Member[],
  value: Record<string, unknown>,
): void {
  let present = 0;
  for (const { property, field } of members) {
    present += field.omits(value[property]) ? 0 : 1;
  }
  writer.varint(present);
  for (const { property, nameBytes, field } of members) {
    const each = value[property];
    if (!field.omits(each)) {
      writer.enter(property);
      writer.put(nameBytes);
      writer.u8(field.type.tag);
      field.type.write(writer, each);
      writer.leave();
    }
  }
}

/**
 * An object with named fields. Fields that it does not name are skipped, their
 * form checked all the same.
 *
 * @throws TypeError when two fields share a name, or one is no name
 */
export function object<F extends Fields>(
  fields: F,
): StorageType<ObjectValue<F>> {
  const members = inWireOrder(fields);
  return {
    tag: TAG.object,
    write(writer, value) {
      if (typeof value !== 'object' || value === null) {
        writer.fail('BadValue', `expected an object, got ${show(value)}`);
      }
      writer.descend();
      writeMembers(writer, members, value);
      writer.ascend();
    },
    read(reader, tag) {
      if (tag !== TAG.object) {
        reader.fail('WrongType', `expected object, got ${describeTag(tag)}`);
      }
      reader.descend();
      const found = readMembers(reader, members);
      const value: Record<string, unknown> = {};
      members.forEach((member, index) => {
        const each = valueOf(reader, member, found[index]);
        if (each !== undefined) {
          value[member.property] = each;
        }
      });
      reader.ascend();
      return value as ObjectValue<F>;
    },
  };
}
