import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  ANNOTATIONS,
  ManifestEditError,
  setProposal,
  validateManifest,
  volumesOnRetirement,
} from '@monero-portal/monero-api';
import type {
  ManifestViolation,
  ProposeInput,
} from '@monero-portal/plugin-monero-common';
import { isMap, parseAllDocuments, type Document } from 'yaml';
import { secretViolations } from './secrets';

const PROPOSAL_PATH = ['metadata', 'annotations', ANNOTATIONS.proposal];

/** An input error that carries what is wrong, for the form to show in place. */
export function manifestError(
  violations: readonly ManifestViolation[],
): InputError {
  const text = violations
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');
  return Object.assign(new InputError(`The manifest is refused: ${text}`), {
    violations,
  });
}

/**
 * Checks a manifest: its syntax, that it is the object the proposal names, and
 * everything that the API server would check.
 *
 * @param oldText - the manifest that it replaces, for rules about changes
 * @throws InputError with `violations`
 */
export function checkManifest(
  text: string,
  ref: Pick<ProposeInput, 'kind' | 'namespace' | 'name'>,
  oldText?: string,
): void {
  const value = valueOf(text);
  const violations = [
    ...identityViolations(value, ref),
    ...secretViolations(value),
    ...validateManifest(value, oldText && oldValueOf(oldText)),
  ];
  if (violations.length > 0) {
    throw manifestError(violations);
  }
}

/** The kind that a text says it is; undefined when it does not say. */
export function kindIn(text: string): string | undefined {
  const kind = fieldOf(oldValueOf(text), 'kind');
  return typeof kind === 'string' ? kind : undefined;
}

/** Number of the proposal that last wrote a text; undefined when none did. */
export function proposalIn(text: string): number | undefined {
  const metadata = fieldOf(oldValueOf(text), 'metadata');
  const annotations = fieldOf(metadata, 'annotations');
  const id = Number(fieldOf(annotations, ANNOTATIONS.proposal));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** The owner that a manifest names; undefined when it names none. */
export function ownerIn(text: string): string | undefined {
  const metadata = fieldOf(oldValueOf(text), 'metadata');
  const owner = fieldOf(fieldOf(metadata, 'annotations'), ANNOTATIONS.owner);
  return typeof owner === 'string' && owner !== '' ? owner : undefined;
}

/** What becomes of an object's volumes when its file is removed. */
export function volumesIn(text: string): string {
  return volumesOnRetirement(oldValueOf(text));
}

/** The text with the annotation that ties the object to its proposal; comments and order stay. */
export function withProposal(text: string, id: number): string {
  return (
    inPlace(text, id) ??
    reprinted(text, document => {
      document.setIn(PROPOSAL_PATH, String(id));
    })
  );
}

/** The text as it is without that annotation, so that two can be compared. */
export function withoutProposal(text: string): string {
  return (
    inPlace(text, undefined) ??
    reprinted(text, document => {
      if (!document.hasIn(PROPOSAL_PATH)) {
        return;
      }
      document.deleteIn(PROPOSAL_PATH);
      const annotations = document.getIn(PROPOSAL_PATH.slice(0, 2));
      if (isMap(annotations) && annotations.items.length === 0) {
        document.deleteIn(PROPOSAL_PATH.slice(0, 2));
      }
    })
  );
}

/** Changes the annotation and no other byte; undefined for a text that is written too oddly for that. */
function inPlace(text: string, id: number | undefined): string | undefined {
  parse(text);
  try {
    return setProposal(text, id);
  } catch (error) {
    if (error instanceof ManifestEditError) {
      return undefined;
    }
    throw error;
  }
}

function reprinted(
  text: string,
  change: (document: Document.Parsed) => void,
): string {
  const document = parse(text);
  change(document);
  return print(document);
}

/** SHA-256 over what was proposed, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Without what is only a matter of spaces. */
function comparable(text: string): string {
  return print(parse(withoutProposal(text)));
}

/** Whether two manifests say the same, apart from the proposal that wrote them. */
export function sameManifest(a: string, b: string): boolean {
  try {
    return comparable(a) === comparable(b);
  } catch {
    // One of them is no manifest (somebody edited the repository by hand).
    return a === b;
  }
}

function parse(text: string): Document.Parsed {
  try {
    const documents = parseAllDocuments(text);
    const [document, another] = documents;
    if (!document || another) {
      throw manifestError([
        {
          path: '',
          message: `must hold exactly one YAML document, not ${
            document ? 'several' : 'none'
          }`,
        },
      ]);
    }
    const [error] = document.errors;
    if (error) {
      const [place] = error.linePos ?? [];
      throw manifestError([
        {
          path: '',
          message: `is not YAML${
            place ? ` (line ${place.line}, column ${place.col})` : ''
          }: ${error.message.split('\n')[0].replace(/ at line \d+.*$/, '')}`,
        },
      ]);
    }
    if (!isMap(document.contents)) {
      throw manifestError([{ path: '', message: 'must be a YAML mapping' }]);
    }
    return document;
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    // Deep nesting ends the parser's stack.
    throw manifestError([{ path: '', message: 'is nested too deeply' }]);
  }
}

function print(document: Document.Parsed): string {
  return document.toString({ lineWidth: 0 });
}

function valueOf(text: string): unknown {
  const document = parse(text);
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw manifestError([
      { path: '', message: 'uses aliases (*name) more than it may' },
    ]);
  }
}

/** What was there before may be anything: somebody may have edited it by hand. */
function oldValueOf(text: string): unknown {
  try {
    return valueOf(text);
  } catch {
    return undefined;
  }
}

function identityViolations(
  value: unknown,
  ref: Pick<ProposeInput, 'kind' | 'namespace' | 'name'>,
): ManifestViolation[] {
  const metadata = fieldOf(value, 'metadata');
  const checks: [path: string, found: unknown, wanted: string][] = [
    ['kind', fieldOf(value, 'kind'), ref.kind],
    ['metadata.namespace', fieldOf(metadata, 'namespace'), ref.namespace],
    ['metadata.name', fieldOf(metadata, 'name'), ref.name],
  ];
  return checks
    .filter(([, found, wanted]) => found !== wanted)
    .map(([path, found, wanted]) => ({
      path,
      message: `must be "${wanted}", as the proposal says`,
      value: found,
    }));
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
