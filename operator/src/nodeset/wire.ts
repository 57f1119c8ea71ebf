import { KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { LABELS, NODE_SET } from '@monero-portal/monero-api';
import { controllerKey, joinKey, Key, keyOf } from '../machinery/key';
import { OptionalStore } from '../machinery/OptionalStore';
import { POD_MONITOR_RESOURCE } from '../machinery/podMonitor';
import { Store } from '../machinery/Store';
import { WiredStores, wiredStores } from '../machinery/WiredStores';
import { CHILD_RESOURCES } from './children';
import { NODE_SET_RESOURCE } from './controller';
import { keepPod } from '../machinery/keepPod';
import { Pod, StatefulSet, VolumeClaim } from '../machinery/kubeTypes';
import { MANAGED_SELECTOR } from './labels';
import { NodeSetStores } from './observe';

/** Node sets that a child belongs to. */
const byOwner = (object: KubeObject): Key[] =>
  controllerKey(object, NODE_SET.kind);

/** Pods belong to the StatefulSet, which has the node set's name. */
const byStatefulSet = (object: KubeObject): Key[] =>
  controllerKey(object, 'StatefulSet');

/** Claims outlive their owners; the label remembers. */
const byLabel = ({ metadata }: KubeObject): Key[] => {
  const set = metadata.labels?.[LABELS.instance];
  return set ? [joinKey(metadata.namespace ?? '', set)] : [];
};

/**
 * Everything that node sets depend on, watched; each change enqueues the node
 * set that it is about.
 *
 * @param namespaces - to watch; absent: all
 */
export function wireStores(
  enqueue: (key: Key) => void,
  namespaces?: readonly string[],
): NodeSetStores & WiredStores {
  const children = { namespaces, labelSelector: MANAGED_SELECTOR };
  const nodeSets = new Store<KubeObject>({
    resource: NODE_SET_RESOURCE,
    namespaces,
    index: object => [keyOf(object)],
  });
  const statefulSets = new Store<StatefulSet>({
    resource: CHILD_RESOURCES.StatefulSet,
    ...children,
    index: byOwner,
  });
  const others = Object.values(CHILD_RESOURCES)
    .filter(
      resource =>
        resource !== CHILD_RESOURCES.StatefulSet &&
        resource !== POD_MONITOR_RESOURCE,
    )
    .map(
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
  const claims = new Store<VolumeClaim>({
    resource: RESOURCES.persistentVolumeClaims,
    ...children,
    index: byLabel,
  });
  const wired: Array<[Store<KubeObject>, (object: KubeObject) => Key[]]> = [
    [nodeSets, object => [keyOf(object)]],
    [statefulSets as Store<KubeObject>, byOwner],
    ...others.map((store): [typeof store, typeof byOwner] => [store, byOwner]),
    [pods as Store<KubeObject>, byStatefulSet],
    [claims as Store<KubeObject>, byLabel],
  ];
  for (const [store, map] of wired) {
    store.onChange(object => map(object).forEach(enqueue));
  }
  podMonitors.onChange(object => byOwner(object).forEach(enqueue));
  podMonitors.onAvailability(() =>
    nodeSets.list().forEach(nodeSet => enqueue(keyOf(nodeSet))),
  );
  return {
    ...wiredStores(
      wired.map(([store]) => store),
      [podMonitors],
    ),
    nodeSets,
    statefulSets,
    others,
    podMonitors,
    pods,
    claims,
  };
}
