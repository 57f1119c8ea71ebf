import { compileRules, type RuleChecker } from '../cel/compileRules';
import type { Schema } from '../crd';
import { DEFINITIONS, KINDS, type Kind } from '../generated/definitions';
import { compileSchema, type SchemaValidator } from './validateSchema';

/** Schema and rules of a kind, ready to be asked. */
export interface CompiledKind {
  readonly schema: SchemaValidator;
  readonly rules: RuleChecker;
}

/** The structural schema of a kind. */
export function schemaOf(kind: Kind): Schema {
  return DEFINITIONS[kind].spec.versions[0].schema.openAPIV3Schema;
}

/** Compiled at the first use of each kind: a page that only shows node sets need not pay for it. */
const COMPILED = new Map<Kind, () => CompiledKind>(
  KINDS.map(kind => [
    kind,
    once(() => ({
      schema: compileSchema(schemaOf(kind)),
      rules: compileRules(schemaOf(kind)),
    })),
  ]),
);

/** Schema and rules of a kind. */
export function compiledKind(kind: Kind): CompiledKind {
  const compile = COMPILED.get(kind);
  if (!compile) throw new RangeError(`${kind} is no kind that is defined here`);
  return compile();
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
