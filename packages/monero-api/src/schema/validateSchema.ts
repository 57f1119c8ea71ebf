import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { Schema } from '../crd';
import { isRecord } from '../isRecord';
import type { Violation } from '../violation';
import { joinPath } from './path';

/** What the schema refuses, and whether it keeps the rules from being weighed. */
export interface SchemaVerdict {
  readonly violations: Violation[];
  /** The API server does not weigh CEL rules over values of a wrong shape; numbers out of bounds do not count. */
  readonly blocking: boolean;
}

/** Checks values against one structural schema, in the words of the API server. */
export type SchemaValidator = (value: unknown) => SchemaVerdict;

const BLOCKING = new Set([
  'type',
  'required',
  'enum',
  'maxLength',
  'maxItems',
  'maxProperties',
]);

/** Compiles a schema once for many values. */
export function compileSchema(schema: Schema): SchemaValidator {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    validateFormats: false,
  });
  const validate: ValidateFunction = ajv.compile(toAjv(schema) as object);
  return value => {
    if (validate(value)) return { violations: [], blocking: false };
    const errors = validate.errors ?? [];
    return {
      violations: errors.map(error => toViolation(error, value)),
      blocking: errors.some(error => BLOCKING.has(error.keyword)),
    };
  };
}

/** A structural schema is JSON Schema but for its notion of "integer or text". */
function toAjv(schema: Schema): unknown {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    if (!isRecord(value) || value['x-kubernetes-int-or-string'] !== true) {
      return value;
    }
    const { anyOf: _anyOf, ...rest } = value;
    return { ...rest, type: ['integer', 'string'] };
  });
}

function toViolation(error: ErrorObject, root: unknown): Violation {
  const path = pathOf(error, root);
  const value = error.keyword === 'required' ? undefined : error.data;
  return { path, message: wordsOf(error, path), value };
}

/** Turns ajv's JSON pointer into the API server's notation; a missing field is named itself. */
function pathOf(error: ErrorObject, root: unknown): string {
  let value = root;
  let path = '';
  for (const token of error.instancePath.split('/').slice(1)) {
    const key = token.replace(/~1/g, '/').replace(/~0/g, '~');
    const step = Array.isArray(value) ? Number(key) : key;
    path = joinPath(path, step);
    value = (value as Record<string, unknown>)[key];
  }
  return error.keyword === 'required'
    ? joinPath(path, String(error.params.missingProperty))
    : path;
}

function wordsOf(error: ErrorObject, path: string): string {
  const { keyword, params } = error;
  switch (keyword) {
    case 'required':
      return 'Required value';
    case 'type':
      return `${path} in body must be of type ${typeWords(error)}`;
    case 'enum':
      return `supported values: ${(params.allowedValues as unknown[])
        .map(value => JSON.stringify(value))
        .join(', ')}`;
    case 'minimum':
      return `${path} in body should be greater than or equal to ${params.limit}`;
    case 'maximum':
      return `${path} in body should be less than or equal to ${params.limit}`;
    case 'minLength':
      return `${path} in body should be at least ${params.limit} chars long`;
    case 'maxLength':
      return `may not be more than ${params.limit} bytes`;
    case 'maxItems':
      return `must have at most ${params.limit} items`;
    case 'maxProperties':
      return `must have at most ${params.limit} items`;
    default:
      return error.message ?? `${path} is not valid`;
  }
}

/** The API server names a number with a fraction where it wants a whole one after Go's types. */
function typeWords({ params, data, parentSchema }: ErrorObject): string {
  const format = parentSchema?.format;
  if (typeof data === 'number' && typeof format === 'string') {
    return `${format}: "float64"`;
  }
  return `${params.type}: "${typeName(data)}"`;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}
