import { API_VERSION } from './constants';
import { KINDS, type Kind } from './generated/definitions';
import { isRecord } from './isRecord';
import { applyDefaults } from './schema/applyDefaults';
import { duplicates } from './schema/duplicates';
import { compiledKind, schemaOf } from './schema/kinds';
import { metadataViolations } from './schema/metadata';
import { unknownFields } from './schema/unknownFields';
import type { Violation } from './violation';

/**
 * Says why the API server would refuse a manifest, in its words; an empty list when it would take it. Pure, so that a
 * form can ask at every keystroke.
 *
 * @param raw - the manifest as read from YAML or JSON, of any kind that is defined here
 * @param old - the object that it replaces, for what may not change; absent on creation
 */
export function validateManifest(raw: unknown, old?: unknown): Violation[] {
  return validateAs(KINDS, raw, old);
}

/** The same where only some kinds will do. */
export function validateAs(
  kinds: readonly Kind[],
  raw: unknown,
  old?: unknown,
): Violation[] {
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
  const kind = kinds.find(each => each === raw.kind);
  const identity = identityViolations(raw, kinds);
  return kind && identity.length === 0
    ? validateKind(kind, raw, old)
    : identity;
}

function validateKind(
  kind: Kind,
  raw: Record<string, unknown>,
  old: unknown,
): Violation[] {
  const schema = schemaOf(kind);
  const compiled = compiledKind(kind);
  // What a manifest says about status is dropped, for status has a writer of its own.
  const { status: _status, ...wanted } = raw;
  const value = applyDefaults(wanted, schema);
  const unknown = [
    ...metadataViolations(raw.metadata),
    ...unknownFields(raw, schema),
  ];
  const verdict = compiled.schema(value);
  if (verdict.blocking) {
    return [...unknown, ...verdict.violations, ...duplicates(value, schema)];
  }
  const before = isRecord(old) ? applyDefaults(old, schema) : undefined;
  return [
    ...unknown,
    ...verdict.violations,
    ...duplicates(value, schema),
    ...compiled.rules(value, before),
  ];
}

/** What makes it one of ours at all; without that no schema has anything to say. */
function identityViolations(
  raw: Record<string, unknown>,
  kinds: readonly Kind[],
): Violation[] {
  const { apiVersion, kind, metadata } = raw;
  const violations: Violation[] = [];
  if (apiVersion !== API_VERSION) {
    violations.push({
      path: 'apiVersion',
      message: `apiVersion must be ${API_VERSION}.`,
      value: apiVersion,
    });
  }
  if (!kinds.some(each => each === kind)) {
    violations.push({
      path: 'kind',
      message: `kind must be ${oneOf(kinds)}.`,
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

/** `A`, `A or B`, `A, B or C`. */
function oneOf(words: readonly string[]): string {
  const last = words[words.length - 1];
  const others = words.slice(0, -1);
  return others.length > 0 ? `${others.join(', ')} or ${last}` : last;
}
