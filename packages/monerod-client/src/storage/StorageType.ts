import { Reader } from './Reader';
import { Writer } from './Writer';

/** How one kind of value is written and read. Made by functions such as `u32()`. */
export interface StorageType<T> {
  /** Type byte that stands before the value. */
  readonly tag: number;
  /** Writes the value alone. @throws StorageError `BadValue` */
  write(writer: Writer, value: T): void;
  /**
   * Reads the value alone.
   *
   * @param tag type byte that stood before it
   * @throws StorageError
   */
  read(reader: Reader, tag: number): T;
}

/** The TypeScript type of a {@link StorageType}'s values. */
export type ValueOf<S> = S extends StorageType<infer T> ? T : never;
