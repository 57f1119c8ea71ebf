import type { Schema } from '../crd';
import { deepEqual } from '../deepEqual';
import { isRecord } from '../isRecord';
import { propertyOf } from './applyDefaults';

/**
 * A copy of the value without what the schema's defaults would fill in again: what somebody meant. Two values that
 * differ in spelled-out defaults alone have the same copy.
 */
export function withoutDefaults(value: unknown, schema: Schema): unknown {
  if (Array.isArray(value)) {
    return value.map(item =>
      schema.items ? withoutDefaults(item, schema.items) : item,
    );
  }
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).flatMap(([key, field]) => {
    const fieldSchema = propertyOf(schema, key);
    if (field === undefined || (field === null && fieldSchema)) return [];
    const meant = fieldSchema ? withoutDefaults(field, fieldSchema) : field;
    return isImplied(meant, fieldSchema) ? [] : [[key, meant] as const];
  });
  return Object.fromEntries(kept);
}

function isImplied(value: unknown, schema: Schema | undefined): boolean {
  if (isRecord(value) && Object.keys(value).length === 0) return true;
  return (
    schema?.default !== undefined &&
    deepEqual(value, withoutDefaults(schema.default, schema))
  );
}
