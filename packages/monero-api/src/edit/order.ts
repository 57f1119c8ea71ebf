import type { Schema } from '../crd';
import { KINDS } from '../generated/definitions';
import { schemaOf } from '../schema/kinds';

const METADATA = ['name', 'namespace', 'labels', 'annotations'];

/**
 * The keys at a place of an object in the order of its reference; empty where there is none.
 *
 * @param kind - what the object says it is
 */
export function keysInOrder(
  kind: unknown,
  path: readonly string[],
): readonly string[] {
  if (path.length === 1 && path[0] === 'metadata') return METADATA;
  const known = KINDS.find(each => each === kind) ?? 'MoneroNodeSet';
  const schema = path.reduce<Schema | undefined>(
    (at, step) => at?.properties?.[step],
    schemaOf(known),
  );
  return Object.keys(schema?.properties ?? {});
}
