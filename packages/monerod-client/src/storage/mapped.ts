import { StorageType } from './StorageType';

/** How a value of the wire and one of ours become each other. */
export interface Mapping<W, T> {
  /** @throws Error whose message says what is wrong; it becomes `BadValue` */
  fromWire(wire: W): T;
  /** @throws Error whose message says what is wrong; it becomes `BadValue` */
  toWire(value: T): W;
}

const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error);

/** A type of another one, whose values we like better in another form. */
export function mapped<W, T>(
  type: StorageType<W>,
  { fromWire, toWire }: Mapping<W, T>,
): StorageType<T> {
  return {
    tag: type.tag,
    write(writer, value) {
      let wire: W;
      try {
        wire = toWire(value);
      } catch (error) {
        return writer.fail('BadValue', messageOf(error));
      }
      return type.write(writer, wire);
    },
    read(reader, tag) {
      const wire = type.read(reader, tag);
      try {
        return fromWire(wire);
      } catch (error) {
        return reader.fail('BadValue', messageOf(error));
      }
    },
  };
}
