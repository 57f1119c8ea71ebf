import { KubeObject, RESOURCES } from '@monero-portal/kube-client';
import {
  GROUP,
  MINING_NODE_SET,
  NETWORK,
  NODE_SET,
  VERSION,
} from '@monero-portal/monero-api';
import { controllerKey, joinKey, Key, keyOf } from '../machinery/key';
import { keepPod } from '../machinery/keepPod';
import { Pod, StatefulSet } from '../machinery/kubeTypes';
import { OptionalStore } from '../machinery/OptionalStore';
import { POD_MONITOR_RESOURCE } from '../machinery/podMonitor';
import { Store } from '../machinery/Store';
import { WiredStores, wiredStores } from '../machinery/WiredStores';
import { CHILD_RESOURCES } from './children';
import { MINING_NODE_SET_RESOURCE } from './controller';
import { Daemon, keepDaemon } from './daemon';
import { CHILDREN_SELECTOR } from './labels';
import { MiningStores } from './observe';

/** Mining sets that a child belongs to. */
const byOwner = (object: KubeObject): Key[] =>
  controllerKey(object, MINING_NODE_SET.kind);

/** Pods belong to the StatefulSet, which has the mining set's name. */
const byStatefulSet = (object: KubeObject): Key[] =>
  controllerKey(object, 'StatefulSet');

/**
 * What a mining set works for, of whichever kind; of an object that was not
 * checked yet. A namesake of the other kind costs a look.
 */
function byDaemon({ metadata, spec }: KubeObject): Key[] {
  const name = (spec as { daemonRef?: { name?: unknown } } | undefined)
    ?.daemonRef?.name;
  return typeof name === 'string'
    ? [joinKey(metadata.namespace ?? '', name)]
    : [];
}

/**
 * Everything that mining sets depend on, watched; each change enqueues the
 * mining sets that it is about.
 *
 * @param namespaces - to watch; absent: all
 */
export function wireStores(
  enqueue: (key: Key) => void,
  namespaces?: readonly string[],
): MiningStores & WiredStores {
  const children = { namespaces, labelSelector: CHILDREN_SELECTOR };
  const miningNodeSets = new Store<KubeObject>({
    resource: MINING_NODE_SET_RESOURCE,
    namespaces,
    index: byDaemon,
  });
  const statefulSets = new Store<StatefulSet>({
    resource: CHILD_RESOURCES.StatefulSet,
    ...children,
    index: byOwner,
  });
  const others = [
    CHILD_RESOURCES.ServiceAccount,
    CHILD_RESOURCES.NetworkPolicy,
  ].map(
    resource =>
      new Store<KubeObject>({ resource, ...children, index: byOwner }),
  );
  const podMonitors = new OptionalStore<KubeObject>({
    resource: POD_MONITOR_RESOURCE,
    ...children,
    index: byOwner,
  });
  const pods = new Store<Pod>({
    resource: RESOURCES.pods,
    ...children,
    index: byStatefulSet,
    keep: keepPod,
  });
  const daemonsOf = ({ plural }: { plural: string }) =>
    new Store<Daemon>({
      resource: { group: GROUP, version: VERSION, plural },
      namespaces,
      keep: keepDaemon,
    });
  const daemons = {
    MoneroNodeSet: daemonsOf(NODE_SET),
    MoneroNetwork: daemonsOf(NETWORK),
  };
  miningNodeSets.onChange(set => enqueue(keyOf(set)));
  for (const store of [statefulSets as Store<KubeObject>, ...others]) {
    store.onChange(child => byOwner(child).forEach(enqueue));
  }
  podMonitors.onChange(child => byOwner(child).forEach(enqueue));
  podMonitors.onAvailability(() =>
    miningNodeSets.list().forEach(set => enqueue(keyOf(set))),
  );
  pods.onChange(pod => byStatefulSet(pod).forEach(enqueue));
  for (const store of Object.values(daemons)) {
    store.onChange(daemon =>
      miningNodeSets.of(keyOf(daemon)).forEach(set => enqueue(keyOf(set))),
    );
  }
  const stores = [
    miningNodeSets,
    statefulSets as Store<KubeObject>,
    ...others,
    pods as Store<KubeObject>,
    ...(Object.values(daemons) as Store<KubeObject>[]),
  ];
  return {
    ...wiredStores(stores, [podMonitors]),
    miningNodeSets,
    statefulSets,
    others,
    podMonitors,
    pods,
    daemons,
  };
}
