import { KubeObject } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { Key } from '../machinery/key';
import { ownedIn } from '../machinery/ownedIn';
import { StoreReader } from '../machinery/Store';

/** A member as it is read: this operator wrote it, and others may have since. */
export interface Member extends KubeObject {
  spec?: MoneroNodeSet['spec'];
  status?: MoneroNodeSet['status'];
}

/** Where everything is read from. */
export interface NetworkStores {
  networks: StoreReader<KubeObject>;
  members: StoreReader<Member>;
  services: StoreReader<KubeObject>;
}

/** All there is of a network in the cluster. */
export interface Observed {
  members: Member[];
  /** What the network controls, members among it. */
  children: KubeObject[];
}

/** Everything known about a network. */
export function observe(
  key: Key,
  uid: string,
  stores: NetworkStores,
): Observed {
  const owned = <T extends KubeObject>(store: StoreReader<T>) =>
    ownedIn(store, key, uid);
  const members = owned(stores.members);
  return { members, children: [...owned(stores.services), ...members] };
}
