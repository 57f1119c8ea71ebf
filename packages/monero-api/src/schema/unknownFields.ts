import type { Schema } from '../crd';
import { isRecord } from '../isRecord';
import type { Violation } from '../violation';
import { joinPath } from './path';
import { propertyOf } from './applyDefaults';

/**
 * Fields that the schema does not know: the API server refuses them when validation is strict, as kubectl's is. Where
 * the schema wants no object at all, every field of one is unknown.
 */
export function unknownFields(
  value: unknown,
  schema: Schema | undefined,
  path = '',
): Violation[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      unknownFields(item, schema?.items, joinPath(path, index)),
    );
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const here = joinPath(path, key);
    // Kubernetes itself knows the fields of metadata.
    if (here === 'metadata') return [];
    const fieldSchema = schema && propertyOf(schema, key);
    return fieldSchema
      ? unknownFields(field, fieldSchema, here)
      : [{ path: here, message: `unknown field "${here}"`, value: field }];
  });
}
