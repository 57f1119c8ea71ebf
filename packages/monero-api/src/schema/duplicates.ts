import type { Schema } from '../crd';
import { deepEqual } from '../deepEqual';
import { isRecord } from '../isRecord';
import type { Violation } from '../violation';
import { propertyOf } from './applyDefaults';
import { joinPath } from './path';

/** Items that occur twice in lists whose items must differ, by their keys where the schema names some. */
export function duplicates(
  value: unknown,
  schema: Schema,
  path = '',
): Violation[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return [
      ...repeatedItems(value, schema, path),
      ...(items
        ? value.flatMap((item, index) =>
            duplicates(item, items, joinPath(path, index)),
          )
        : []),
    ];
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const child = propertyOf(schema, key);
    return child ? duplicates(field, child, joinPath(path, key)) : [];
  });
}

function repeatedItems(
  list: readonly unknown[],
  schema: Schema,
  path: string,
): Violation[] {
  const type = schema['x-kubernetes-list-type'];
  if (type !== 'map' && type !== 'set') return [];
  const identities = list.map(item => identityOf(item, schema));
  return list.flatMap((item, index) =>
    identities
      .slice(0, index)
      .some(earlier => deepEqual(earlier, identities[index]))
      ? [
          {
            path: joinPath(path, index),
            message: `Duplicate value: ${JSON.stringify(identities[index])}`,
            value: item,
          },
        ]
      : [],
  );
}

function identityOf(item: unknown, schema: Schema): unknown {
  const keys = schema['x-kubernetes-list-map-keys'];
  if (!keys || !isRecord(item)) return item;
  return Object.fromEntries(keys.map(key => [key, item[key]]));
}
