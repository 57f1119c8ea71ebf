import { isMap, parseAllDocuments, type Document, type YAMLMap } from 'yaml';
import { ManifestEditError } from './ManifestEditError';

/** A manifest's tree, whose nodes know where in the text they stand. */
export interface ReadManifest {
  readonly document: Document.Parsed;
  readonly root: YAMLMap;
  /** The same as plain values. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** Aliases that one file may resolve to; more is an attack on memory. */
const MAX_ALIASES = 100;

/**
 * Reads a manifest that is to be edited.
 *
 * @throws ManifestEditError when it is not one YAML document that holds a mapping
 */
export function readManifest(text: string): ReadManifest {
  const [document, another] = parsed(text);
  if (!document || another) {
    throw new ManifestEditError(
      `The file holds ${
        document ? 'several YAML documents' : 'no YAML document'
      }; only a file with exactly one can be changed here. Change it in the repository itself.`,
    );
  }
  const [error] = document.errors;
  if (error) {
    throw new ManifestEditError(
      `The file is not YAML: ${error.message.split('\n')[0]}`,
    );
  }
  if (!isMap(document.contents)) {
    throw new ManifestEditError('The file holds no YAML mapping.');
  }
  return { document, root: document.contents, value: plain(document) };
}

function parsed(text: string): Document.Parsed[] {
  try {
    return [...parseAllDocuments(text)];
  } catch {
    // Deep nesting ends the parser's stack.
    throw new ManifestEditError('The file is nested too deeply.');
  }
}

function plain(document: Document.Parsed): Record<string, unknown> {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    throw new ManifestEditError(
      'The file uses aliases (*name) more than it may.',
    );
  }
}
