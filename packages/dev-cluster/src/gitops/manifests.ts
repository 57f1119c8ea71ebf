import { posix } from 'node:path';
import { Document, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { GitOpsError } from './GitOpsError';
import type { RepositoryFile } from './repository';

const objectSchema = z.object({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.object({
    name: z.string().min(1),
    namespace: z.string().optional(),
  }),
});

/** The fields of an object that say which one it is. */
export type Identity = z.infer<typeof objectSchema>;

/** An object as the repository has it. */
export interface Manifest extends Identity {
  /** YAML of this object alone. */
  source: string;
}

/** A file with the objects in it. */
export interface ManifestFile {
  path: string;
  objects: Manifest[];
}

/** What is applied, in the order of application. */
export interface Manifests {
  /** Namespaces and definitions: applied first, and never removed. */
  foundations: ManifestFile[];
  /** Everything else; what disappears from here is removed from the cluster. */
  members: ManifestFile[];
}

/** Largest alias expansion accepted; see `yaml`'s maxAliasCount. */
const MAX_ALIASES = 100;

/** With one of these go objects that nobody meant to remove. */
const FOUNDATION_KINDS = new Set(['Namespace', 'CustomResourceDefinition']);

/**
 * Reads all files of a commit. A folder below `root` is a namespace; objects in
 * it belong there without saying so.
 *
 * @param root folder of the cluster, such as `clusters/dev`
 * @throws GitOpsError `Manifest` naming each file that is wrong
 */
export function readManifests(
  files: readonly RepositoryFile[],
  root: string,
): Manifests {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  const manifests: Manifests = { foundations: [], members: [] };
  for (const file of files) {
    try {
      const objects = readFile(file, root);
      for (const object of objects) refuseSecond(object, file.path, seen);
      for (const [list, wanted] of [
        [manifests.foundations, true],
        [manifests.members, false],
      ] as const) {
        const chosen = objects.filter(
          ({ kind }) => FOUNDATION_KINDS.has(kind) === wanted,
        );
        if (chosen.length) list.push({ path: file.path, objects: chosen });
      }
    } catch (error) {
      problems.push(`${file.path}: ${(error as Error).message}`);
    }
  }
  if (problems.length) {
    throw new GitOpsError('Manifest', problems.join('\n'));
  }
  return manifests;
}

function readFile({ path, text }: RepositoryFile, root: string): Manifest[] {
  const [folder] = posix.relative(root, posix.dirname(path)).split('/');
  const objects: Manifest[] = [];
  for (const document of parseAllDocuments(text)) {
    const [error] = document.errors;
    // Only the first line: the rest is a picture of the place.
    if (error) throw new Error(error.message.split('\n')[0].replace(/:$/, ''));
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (value === null) continue;
    const result = objectSchema.safeParse(value);
    if (!result.success) {
      const [issue] = result.error.issues;
      const field = issue.path.join('.') || 'the document';
      throw new Error(`${field}: ${issue.message}`);
    }
    objects.push(placeIn(folder, result.data, document, text));
  }
  return objects;
}

/** Gives an object the namespace of its folder, if it has none. */
function placeIn(
  folder: string,
  identity: Identity,
  document: Document.Parsed,
  text: string,
): Manifest {
  const { name, namespace } = identity.metadata;
  if (folder && namespace !== undefined && namespace !== folder) {
    throw new Error(
      `metadata.namespace of ${identity.kind} ${name} is ${namespace}, but the file lies in the folder of namespace ${folder}`,
    );
  }
  if (!folder || namespace === folder) {
    // As it was written: YAML has more than one way to be read.
    const [start, , end] = document.range;
    return { ...identity, source: text.slice(start, end) };
  }
  document.setIn(['metadata', 'namespace'], folder);
  const metadata = { name, namespace: folder };
  return { ...identity, metadata, source: document.toString() };
}

function refuseSecond(
  { apiVersion, kind, metadata }: Identity,
  path: string,
  seen: Map<string, string>,
): void {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const key = [group, kind, metadata.namespace ?? '', metadata.name].join('/');
  const first = seen.get(key);
  if (first !== undefined) {
    throw new Error(`${kind} ${metadata.name} is also in ${first}`);
  }
  seen.set(key, path);
}
