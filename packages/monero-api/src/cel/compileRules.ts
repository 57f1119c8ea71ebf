import type { Schema } from '../crd';
import { deepEqual } from '../deepEqual';
import { isRecord } from '../isRecord';
import { propertyOf } from '../schema/applyDefaults';
import { joinKey, joinPath, type PathStep } from '../schema/path';
import type { Violation } from '../violation';
import {
  compileRule,
  type CompiledRule,
  type Environments,
} from './compileRule';
import { createEnvironment } from './environment';

/** A value on its way through the schema. */
interface Visit {
  readonly value: unknown;
  /** The value at the same place before; undefined where there was none or where list items cannot be matched. */
  readonly old: unknown;
  readonly path: string;
}

/** Asks every rule of a schema about a value, and about the one that it replaces. */
export type RuleChecker = (value: unknown, old: unknown) => Violation[];

/**
 * Compiles every `x-kubernetes-validations` rule of a schema, at any depth. The checker takes valid values with defaults
 * applied. Like the API server it forgives what an update leaves as it was.
 */
export function compileRules(schema: Schema): RuleChecker {
  const environments = {
    plain: createEnvironment(),
    optional: createEnvironment('optional<dyn>'),
  };
  const rules = new Map<Schema, CompiledRule[]>();
  collect(schema, environments, rules);
  return (value, old) => visit(schema, { value, old, path: '' }, rules);
}

function collect(
  schema: Schema,
  environments: Environments,
  rules: Map<Schema, CompiledRule[]>,
): void {
  const own = schema['x-kubernetes-validations'];
  if (own)
    rules.set(
      schema,
      own.map(rule => compileRule(rule, environments)),
    );
  for (const child of [
    ...Object.values(schema.properties ?? {}),
    schema.additionalProperties,
    schema.items,
  ]) {
    if (child) collect(child, environments, rules);
  }
}

function visit(
  schema: Schema,
  here: Visit,
  rules: ReadonlyMap<Schema, CompiledRule[]>,
): Violation[] {
  const { value, old, path } = here;
  const unchanged = old !== undefined && deepEqual(value, old);
  const input = {
    self: toCel(value),
    oldSelf: old === undefined ? undefined : toCel(old),
  };
  const own = (rules.get(schema) ?? [])
    .filter(rule => rule.isTransition || !unchanged)
    .flatMap(rule => {
      const message = rule.check(input);
      return message === undefined
        ? []
        : [violationAt(path, rule.fieldPath, message, value)];
    });
  return [
    ...own,
    ...children(schema, here).flatMap(([child, at]) => visit(child, at, rules)),
  ];
}

function children(schema: Schema, here: Visit): [Schema, Visit][] {
  const { value, old, path } = here;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items
      ? value.map((item, index) => [
          items,
          {
            value: item,
            old: oldItem(schema, item, index, { value, old }),
            path: joinPath(path, index),
          },
        ])
      : [];
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, field]): [Schema, Visit][] => {
    const child = propertyOf(schema, key);
    if (!child) return [];
    const before = isRecord(old) ? old[key] : undefined;
    const at = schema.properties?.[key]
      ? joinPath(path, key)
      : joinKey(path, key);
    return [[child, { value: field, old: before, path: at }]];
  });
}

/** Items of a keyed list are matched by their keys; those of other lists only when the whole list is unchanged. */
function oldItem(
  schema: Schema,
  item: unknown,
  index: number,
  list: { readonly value: unknown; readonly old: unknown },
): unknown {
  if (!Array.isArray(list.old)) return undefined;
  const keys = schema['x-kubernetes-list-map-keys'];
  if (keys && isRecord(item)) {
    return list.old.find(
      (other: unknown) =>
        isRecord(other) && keys.every(key => other[key] === item[key]),
    );
  }
  return deepEqual(list.value, list.old) ? list.old[index] : undefined;
}

function violationAt(
  path: string,
  fieldPath: string | undefined,
  message: string,
  value: unknown,
): Violation {
  const steps: PathStep[] = fieldPath ? fieldPath.slice(1).split('.') : [];
  const refused = steps.reduce<unknown>(
    (inner, step) => (isRecord(inner) ? inner[step] : undefined),
    value,
  );
  return {
    path: steps.reduce<string>(joinPath, path),
    message,
    value: refused,
  };
}

/** CEL tells whole numbers from others; JSON in JavaScript does not. */
function toCel(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? BigInt(value) : value;
  }
  if (Array.isArray(value)) return value.map(toCel);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, toCel(field)]),
  );
}
