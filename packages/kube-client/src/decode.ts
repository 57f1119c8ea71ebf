import { KubeError } from './KubeError';
import { KubeList, KubeObject } from './types';
import { dropManagedFields } from './watch/parseEvent';

/** The error for an answer that is none of Kubernetes'. */
export function noJson(what: string): KubeError {
  return new KubeError({
    code: 'Server',
    message: `${what}: the answer is not a Kubernetes object; is this an API server?`,
  });
}

/** Whether it has metadata, as every object of the API. */
export function isObject(value: unknown): value is KubeObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { metadata?: unknown }).metadata === 'object' &&
    (value as { metadata?: unknown }).metadata !== null
  );
}

/** A page of a list; items get the apiVersion and kind that lists leave out. */
export function asList<T extends KubeObject>(
  raw: unknown,
  what: string,
): KubeList<T> & { next?: string } {
  const list = raw as {
    apiVersion?: string;
    kind?: string;
    metadata?: { resourceVersion?: string; continue?: string };
    items?: T[] | null;
  } | null;
  const items = list?.items ?? [];
  const resourceVersion = list?.metadata?.resourceVersion;
  if (
    !Array.isArray(items) ||
    !items.every(isObject) ||
    typeof resourceVersion !== 'string'
  ) {
    throw noJson(what);
  }
  for (const item of items) {
    item.apiVersion ??= list?.apiVersion ?? '';
    item.kind ??= (list?.kind ?? '').replace(/List$/, '');
    dropManagedFields(item);
  }
  return { items, resourceVersion, next: list?.metadata?.continue };
}
