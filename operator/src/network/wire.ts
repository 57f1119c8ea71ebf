import { KubeObject, KubeWatcher, RESOURCES } from '@monero-portal/kube-client';
import { NETWORK } from '@monero-portal/monero-api';
import { controllerKey, Key, keyOf } from '../machinery/key';
import { Logger } from '../machinery/Logger';
import { Store } from '../machinery/Store';
import { NODE_SET_RESOURCE } from '../nodeset/controller';
import { NETWORK_RESOURCE } from './controller';
import { CHILDREN_SELECTOR } from './labels';
import { Member, NetworkStores } from './observe';

/** The stores of networks, with what starts them. */
export interface WiredStores extends NetworkStores {
  /** All of them. */
  all: ReadonlyArray<Store<KubeObject>>;
  /** Resolves when every store has its first list. */
  synced: () => Promise<unknown>;
  start(client: KubeWatcher, logger: Logger, signal: AbortSignal): void;
}

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
): WiredStores {
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
    all: stores,
    networks,
    members,
    services,
    synced: () => Promise.all(stores.map(store => store.synced)),
    start: (client, logger, signal) => {
      for (const store of stores) store.start(client, logger, signal);
    },
  };
}
