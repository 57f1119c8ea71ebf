import {
  KubeClient,
  KubeObject,
  ResourceRef,
} from '@monero-portal/kube-client';
import { joinKey } from './key';
import { Store } from './Store';

/** The writes after which the API server says what the object is now. */
type Writes = Pick<KubeClient, 'apply' | 'patch'>;

/**
 * A client whose writes are seen in these stores at once. So a pass that
 * follows reads what the last one wrote, and the echo of a write causes no pass.
 */
export function noteWrites<C extends Writes>(
  client: C,
  stores: ReadonlyArray<Store<KubeObject>>,
): C {
  const noted = async (
    resource: ResourceRef,
    { namespace = '', name }: { namespace?: string; name: string },
    write: () => Promise<KubeObject>,
  ): Promise<KubeObject> => {
    const key = joinKey(namespace, name);
    const concerned = stores.filter(store => isSame(store.resource, resource));
    for (const store of concerned) store.began(key);
    let written: KubeObject | undefined;
    try {
      written = await write();
      return written;
    } finally {
      for (const store of concerned) store.ended(key, written);
    }
  };
  const noting: Writes = {
    apply: async (resource, object, options) =>
      (options.dryRun
        ? client.apply(resource, object, options)
        : noted(resource, object.metadata, () =>
            client.apply(resource, object, options),
          )) as never,
    patch: async (resource, namespace, name, body, options) =>
      noted(resource, { namespace, name }, () =>
        client.patch(resource, namespace, name, body, options),
      ) as never,
  };
  return Object.assign(Object.create(client) as C, noting);
}

function isSame(a: ResourceRef, b: ResourceRef): boolean {
  return a.group === b.group && a.plural === b.plural;
}
