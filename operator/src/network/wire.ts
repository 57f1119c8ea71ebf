import { KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { NETWORK } from '@monero-portal/monero-api';
import { controllerKey, Key, keyOf } from '../machinery/key';
import { Store } from '../machinery/Store';
import { WiredStores, wiredStores } from '../machinery/WiredStores';
import { NODE_SET_RESOURCE } from '../nodeset/controller';
import { NETWORK_RESOURCE } from './controller';
import { CHILDREN_SELECTOR } from './labels';
import { Member, NetworkStores } from './observe';

/** Networks that a child belongs to. */
const byOwner = (object: KubeObject): Key[] =>
  controllerKey(object, NETWORK.kind);

/**
 * Everything that networks depend on, watched; each change enqueues the
 * network that it is about.
 *
 * @param namespaces - to watch; absent: all
 */
export function wireStores(
  enqueue: (key: Key) => void,
  namespaces?: readonly string[],
): NetworkStores & WiredStores {
  const children = { namespaces, labelSelector: CHILDREN_SELECTOR };
  const networks = new Store<KubeObject>({
    resource: NETWORK_RESOURCE,
    namespaces,
  });
  const members = new Store<Member>({
    resource: NODE_SET_RESOURCE,
    ...children,
    index: byOwner,
  });
  const services = new Store<KubeObject>({
    resource: RESOURCES.services,
    ...children,
    index: byOwner,
  });
  networks.onChange(network => enqueue(keyOf(network)));
  members.onChange(member => byOwner(member).forEach(enqueue));
  services.onChange(service => byOwner(service).forEach(enqueue));
  const stores = [networks, members as Store<KubeObject>, services];
  return {
    ...wiredStores(stores),
    networks,
    members,
    services,
  };
}
