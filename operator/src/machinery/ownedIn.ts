import { KubeObject } from '@monero-portal/kube-client';
import { Key } from './key';
import { StoreReader } from './Store';

/**
 * What an object controls of a store.
 *
 * @param uid - of the object: a namesake's children are not its own
 */
export function ownedIn<T extends KubeObject>(
  store: StoreReader<T>,
  key: Key,
  uid: string,
): T[] {
  return store
    .of(key)
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some(
        owner => owner.controller && owner.uid === uid,
      ),
    );
}
