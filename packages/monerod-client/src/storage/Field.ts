import { list, ListOptions } from './list';
import { StorageType } from './StorageType';

/** A field of an object that is more than its type. Made by the functions below. */
export interface Field<T, Optional extends boolean = false> {
  /** Name on the wire; the property's own when absent. */
  readonly wireName?: string;
  readonly type: StorageType<T>;
  /** True when the property is left out where the field is. */
  readonly optional: Optional;
  /** Value where the field is left out; absent: it must be there. */
  readonly missing?: () => T;
  /** Values for which the field is left out. */
  omits(value: T): boolean;
}

/** What an object's fields are declared with. */
export type FieldOrType<T> = StorageType<T> | Field<T, boolean>;

/** The field that a declaration stands for. */
export function asField<T>(declared: FieldOrType<T>): Field<T, boolean> {
  return 'type' in declared
    ? declared
    : { type: declared, optional: false, omits: () => false };
}

/** A field that may be absent; the property is then absent too. */
export function optional<T>(type: StorageType<T>): Field<T, true> {
  return { type, optional: true, omits: value => value === undefined };
}

/** A field that is left out when it has its usual value, as monerod does. */
export function withDefault<T extends number | bigint | string | boolean>(
  type: StorageType<T>,
  usual: T,
): Field<T> {
  return {
    type,
    optional: false,
    missing: () => usual,
    omits: value => value === usual,
  };
}

/** A list that is left out when it is empty, as monerod does. */
export function optionalList<T>(
  element: StorageType<T>,
  options?: ListOptions,
): Field<T[]> {
  return {
    type: list(element, options),
    optional: false,
    missing: () => [],
    omits: value => Array.isArray(value) && value.length === 0,
  };
}

/** A field whose name on the wire is not the property's. */
export function named<T>(wireName: string, type: StorageType<T>): Field<T>;
export function named<T, O extends boolean>(
  wireName: string,
  field: Field<T, O>,
): Field<T, O>;
export function named<T>(
  wireName: string,
  declared: FieldOrType<T>,
): Field<T, boolean> {
  return { ...asField(declared), wireName };
}
