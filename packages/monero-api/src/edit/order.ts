import { schemaOf } from '../schema/kinds';
import type { Schema } from '../crd';

const METADATA = ['name', 'namespace', 'labels', 'annotations'];

/** The keys at a place of a node set in the order of its reference; empty where there is none. */
export function keysInOrder(path: readonly string[]): readonly string[] {
  if (path.length === 1 && path[0] === 'metadata') return METADATA;
  const schema = path.reduce<Schema | undefined>(
    (at, step) => at?.properties?.[step],
    schemaOf('MoneroNodeSet'),
  );
  return Object.keys(schema?.properties ?? {});
}
