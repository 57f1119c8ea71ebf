/** First bytes of every document: two signatures and version 1. */
export const MAGIC = Uint8Array.of(0x01, 0x11, 1, 1, 1, 1, 0x02, 1, 1);

/** Type bytes, as in monero's `portable_storage_base.h`. */
export const TAG = {
  i64: 1,
  i32: 2,
  i16: 3,
  i8: 4,
  u64: 5,
  u32: 6,
  u16: 7,
  u8: 8,
  double: 9,
  string: 10,
  bool: 11,
  object: 12,
  /** A list that is the element of a list, or that says its type twice. */
  array: 13,
} as const;

/** Name of a type. */
export type TypeName = keyof typeof TAG;

/** Set in the type byte of a list; the other bits are its elements' type. */
export const LIST_FLAG = 0x80;

const NAMES: readonly (TypeName | undefined)[] = [
  undefined,
  ...(Object.keys(TAG) as TypeName[]),
];

/** Name of a type byte without {@link LIST_FLAG}; `undefined` if there is none. */
export function typeName(tag: number): TypeName | undefined {
  return NAMES[tag];
}

/** Fewest bytes that a value takes: what a count is held against. */
export const MIN_BYTES: Readonly<Record<TypeName, number>> = {
  i64: 8,
  i32: 4,
  i16: 2,
  i8: 1,
  u64: 8,
  u32: 4,
  u16: 2,
  u8: 1,
  double: 8,
  string: 1,
  bool: 1,
  object: 1,
  // A type byte and a count.
  array: 2,
};

/** A type byte in words, for errors. */
export function describeTag(tag: number): string {
  const name = typeName(tag & ~LIST_FLAG);
  if (!name) {
    return `type ${tag}`;
  }
  return tag & LIST_FLAG ? `a list of ${name}` : name;
}
