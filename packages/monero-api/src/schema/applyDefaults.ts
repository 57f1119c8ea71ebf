import type { Schema } from '../crd';
import { isRecord } from '../isRecord';

/**
 * A copy of the value with the schema's defaults, as the API server fills them in: a null where the schema wants a
 * value counts as absent.
 */
export function applyDefaults(value: unknown, schema: Schema): unknown {
  if (isRecord(value)) return defaultObject(value, schema);
  if (Array.isArray(value)) {
    return value.map(item =>
      schema.items ? applyDefaults(item, schema.items) : item,
    );
  }
  return value;
}

function defaultObject(
  value: Record<string, unknown>,
  schema: Schema,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    const fieldSchema = propertyOf(schema, key);
    if (field === null && fieldSchema) continue;
    result[key] = fieldSchema ? applyDefaults(field, fieldSchema) : field;
  }
  for (const [key, fieldSchema] of Object.entries(schema.properties ?? {})) {
    if (!Object.hasOwn(result, key) && fieldSchema.default !== undefined) {
      result[key] = applyDefaults(fieldSchema.default, fieldSchema);
    }
  }
  return result;
}

/** The schema of a field, be it named or one of a map; undefined for unknown fields. */
export function propertyOf(schema: Schema, key: string): Schema | undefined {
  return schema.properties && Object.hasOwn(schema.properties, key)
    ? schema.properties[key]
    : schema.additionalProperties;
}
