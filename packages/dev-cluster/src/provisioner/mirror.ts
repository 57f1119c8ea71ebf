import type {
  KubeObject,
  KubeWatcher,
  ResourceRef,
} from '@monero-portal/kube-client';

/** A copy of all objects of a resource, as the watch last saw them. */
export interface Mirror<T> {
  /** Undefined until the first list is complete. */
  items(): readonly T[] | undefined;
}

/** Follows a resource; `onChange` only says that something is different. */
export function mirror<T extends KubeObject>(
  client: KubeWatcher,
  resource: ResourceRef,
  onChange: () => void,
  signal: AbortSignal,
): Mirror<T> {
  let objects: Map<string, T> | undefined;
  const keyOf = ({ metadata }: T) =>
    `${metadata.namespace ?? ''}/${metadata.name}`;
  client.watch<T>(
    resource,
    {},
    {
      onSync(items) {
        objects = new Map(items.map(item => [keyOf(item), item]));
        onChange();
      },
      onChange(type, object) {
        if (type === 'DELETED') objects?.delete(keyOf(object));
        else objects?.set(keyOf(object), object);
        onChange();
      },
    },
    { signal },
  );
  return { items: () => objects && [...objects.values()] };
}
