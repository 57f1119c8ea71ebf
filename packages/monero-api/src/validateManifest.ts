import { compileRules } from './cel/compileRules';
import { NODE_SET } from './constants';
import { MONERO_NODE_SET_CRD } from './generated/crd';
import { isRecord } from './isRecord';
import { metadataViolations } from './schema/metadata';
import { applyDefaults } from './schema/applyDefaults';
import { duplicates } from './schema/duplicates';
import { unknownFields } from './schema/unknownFields';
import { compileSchema } from './schema/validateSchema';
import type { Violation } from './violation';

const SCHEMA = MONERO_NODE_SET_CRD.spec.versions[0].schema.openAPIV3Schema;

/** Compiled at the first use: a page that only shows node sets need not pay for it. */
const compiled = once(() => ({
  schema: compileSchema(SCHEMA),
  rules: compileRules(SCHEMA),
}));

/**
 * Says why the API server would refuse a manifest, in its words; an empty list when it would take it. Pure, so that a
 * form can ask at every keystroke.
 *
 * @param raw - the manifest as read from YAML or JSON
 * @param old - the object that it replaces, for what may not change; absent on creation
 */
export function validateManifest(raw: unknown, old?: unknown): Violation[] {
  if (!isRecord(raw)) {
    return [
      {
        path: '',
        message:
          'A manifest is a mapping with apiVersion, kind, metadata and spec.',
        value: raw,
      },
    ];
  }
  const identity = identityViolations(raw);
  if (identity.length > 0) return identity;
  // What a manifest says about status is dropped, for status has a writer of its own.
  const { status: _status, ...wanted } = raw;
  const value = applyDefaults(wanted, SCHEMA);
  const unknown = [
    ...metadataViolations(raw.metadata),
    ...unknownFields(raw, SCHEMA),
  ];
  const verdict = compiled().schema(value);
  if (verdict.blocking) {
    return [...unknown, ...verdict.violations, ...duplicates(value, SCHEMA)];
  }
  const before = isRecord(old) ? applyDefaults(old, SCHEMA) : undefined;
  return [
    ...unknown,
    ...verdict.violations,
    ...duplicates(value, SCHEMA),
    ...compiled().rules(value, before),
  ];
}

/** What makes it a node set at all; without that the schema has nothing to say. */
function identityViolations(raw: Record<string, unknown>): Violation[] {
  const { apiVersion, kind, metadata } = raw;
  const violations: Violation[] = [];
  if (apiVersion !== NODE_SET.apiVersion) {
    violations.push({
      path: 'apiVersion',
      message: `apiVersion must be ${NODE_SET.apiVersion}.`,
      value: apiVersion,
    });
  }
  if (kind !== NODE_SET.kind) {
    violations.push({
      path: 'kind',
      message: `kind must be ${NODE_SET.kind}.`,
      value: kind,
    });
  }
  const name = isRecord(metadata) ? metadata.name : undefined;
  if (typeof name !== 'string' || name === '') {
    violations.push({
      path: 'metadata.name',
      message: 'Required value: name or generateName is required',
      value: name,
    });
  }
  return violations;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
