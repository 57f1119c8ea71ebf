import type { Schema } from '../crd';
import { isRecord } from '../isRecord';
import type { Violation } from '../violation';
import { joinPath } from './path';
import { propertyOf } from './applyDefaults';

/** Fields that the schema does not know: the API server refuses them when validation is strict, as kubectl's is. */
export function unknownFields(
  value: unknown,
  schema: Schema,
  path = '',
): Violation[] {
  if (Array.isArray(value) && schema.items) {
    const items = schema.items;
    return value.flatMap((item, index) =>
      unknownFields(item, items, joinPath(path, index)),
    );
  }
  if (!isRecord(value) || !(schema.properties || schema.additionalProperties)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, field]) => {
    const here = joinPath(path, key);
    const fieldSchema = propertyOf(schema, key);
    // Kubernetes itself knows the fields of metadata.
    if (here === 'metadata') return [];
    return fieldSchema
      ? unknownFields(field, fieldSchema, here)
      : [{ path: here, message: `unknown field "${here}"`, value: field }];
  });
}
