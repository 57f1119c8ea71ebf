import fc from 'fast-check';
import type { StorageFields, StorageNode, TypeName } from '..';

const scalars = {
  u8: fc.integer({ min: 0, max: 0xff }),
  u16: fc.integer({ min: 0, max: 0xffff }),
  u32: fc.integer({ min: 0, max: 0xffffffff }),
  i8: fc.integer({ min: -0x80, max: 0x7f }),
  i16: fc.integer({ min: -0x8000, max: 0x7fff }),
  i32: fc.integer(),
  u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  i64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  double: fc.double(),
  bool: fc.boolean(),
  string: fc.uint8Array({ maxLength: 80 }),
} as const;

const scalarTypes = Object.keys(scalars) as (keyof typeof scalars)[];

const scalarNode = (type: keyof typeof scalars) =>
  (scalars[type] as fc.Arbitrary<unknown>).map(
    value => ({ type, value } as StorageNode),
  );

const name = fc
  .uint8Array({ minLength: 1, maxLength: 12 })
  .map(bytes => String.fromCharCode(...bytes));

/** A list whose elements are all of one type, which may be a list again. */
function listNode(
  of: TypeName,
  item: fc.Arbitrary<StorageNode>,
): fc.Arbitrary<StorageNode> {
  return fc
    .array(item, { maxLength: 5 })
    .map(items => ({ type: 'list', of, items }));
}

const { fields } = fc.letrec<{
  fields: StorageFields;
  object: StorageNode;
  list: StorageNode;
  node: StorageNode;
}>(tie => ({
  fields: fc
    .array(fc.tuple(name, tie('node')), { maxLength: 6 })
    .map(entries => new Map(entries)),
  object: tie('fields').map(each => ({ type: 'object', fields: each })),
  list: fc.oneof(
    { maxDepth: 4 },
    ...scalarTypes.map(type => listNode(type, scalarNode(type))),
    listNode('object', tie('object')),
    listNode('array', tie('list')),
  ),
  node: fc.oneof(
    { maxDepth: 4 },
    ...scalarTypes.map(scalarNode),
    tie('list'),
    tie('object'),
  ),
}));

/** Documents of every type, some levels deep. */
export const anyFields: fc.Arbitrary<StorageFields> = fields;
