import { KubeObject } from '@monero-portal/kube-client';

/** Namespace and name of an object as one string, `monero/nodes`. */
export type Key = string;

/** The key of an object. */
export function keyOf(object: KubeObject): Key {
  return joinKey(object.metadata.namespace ?? '', object.metadata.name);
}

/** The key of a name in a namespace. */
export function joinKey(namespace: string, name: string): Key {
  return `${namespace}/${name}`;
}

/** Namespace and name again. */
export function splitKey(key: Key): { namespace: string; name: string } {
  const [namespace, name] = key.split('/');
  return { namespace, name };
}

/** The key of the object that controls this one, if it is of that kind. */
export function controllerKey(object: KubeObject, kind: string): Key[] {
  const owner = object.metadata.ownerReferences?.find(
    reference => reference.controller && reference.kind === kind,
  );
  return owner ? [joinKey(object.metadata.namespace ?? '', owner.name)] : [];
}
