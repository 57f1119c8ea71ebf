import { KubeError } from '../KubeError';
import { errorOfStatus } from '../statusError';
import { KubeObject } from '../types';

/** A line of a watch, understood. */
export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: T;
  resourceVersion: string;
}

const TYPES: ReadonlySet<unknown> = new Set([
  'ADDED',
  'MODIFIED',
  'DELETED',
  'BOOKMARK',
]);

/**
 * One line of a watch; `metadata.managedFields` is dropped.
 * @throws KubeError `Expired` for a 410, `Server` for what is no watch event
 */
export function parseEvent<T extends KubeObject>(
  line: string,
  what: string,
): WatchEvent<T> {
  const event = parseLine(line, what);
  if (event.type === 'ERROR') {
    throw errorOfStatus(event.object, { what });
  }
  const object = event.object as T | undefined;
  const resourceVersion = object?.metadata?.resourceVersion;
  if (
    !TYPES.has(event.type) ||
    !object ||
    typeof resourceVersion !== 'string'
  ) {
    throw new KubeError({
      code: 'Server',
      message: `${what}: sent something that is no watch event: ${line.slice(
        0,
        120,
      )}`,
    });
  }
  dropManagedFields(object);
  return { type: event.type as WatchEvent<T>['type'], object, resourceVersion };
}

/** Field ownership is a third of an object's size and of no use to readers. */
export function dropManagedFields(object: KubeObject): void {
  delete (object.metadata as { managedFields?: unknown }).managedFields;
}

function parseLine(
  line: string,
  what: string,
): { type?: unknown; object?: unknown } {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch {
    // told below
  }
  throw new KubeError({
    code: 'Server',
    message: `${what}: sent a line that is not JSON: ${line.slice(0, 120)}`,
  });
}
