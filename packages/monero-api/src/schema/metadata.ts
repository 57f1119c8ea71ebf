import { isRecord } from '../isRecord';
import type { Violation } from '../violation';
import { joinPath } from './path';

/** Every field of ObjectMeta: CRDs do not describe metadata, Kubernetes does. */
const FIELDS: ReadonlySet<string> = new Set([
  'annotations',
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'finalizers',
  'generateName',
  'generation',
  'labels',
  'managedFields',
  'name',
  'namespace',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** What people get wrong in metadata: mistyped fields, and labels or annotations that are no texts. */
export function metadataViolations(metadata: unknown): Violation[] {
  if (!isRecord(metadata)) return [];
  const unknown = Object.keys(metadata)
    .filter(key => !FIELDS.has(key))
    .map(key => {
      const path = joinPath('metadata', key);
      const message = `unknown field "${path}"`;
      return { path, message, value: metadata[key] };
    });
  return [
    ...unknown,
    ...textsOnly(metadata.labels, 'metadata.labels'),
    ...textsOnly(metadata.annotations, 'metadata.annotations'),
  ];
}

function textsOnly(map: unknown, path: string): Violation[] {
  if (map === undefined || map === null) return [];
  if (!isRecord(map)) {
    return [{ path, message: 'must map names to texts', value: map }];
  }
  return Object.entries(map)
    .filter(([, value]) => typeof value !== 'string' && value !== null)
    .map(([key, value]) => ({
      path: joinPath(path, key),
      message: `must be a text: write it in quotes, "${String(value)}"`,
      value,
    }));
}
