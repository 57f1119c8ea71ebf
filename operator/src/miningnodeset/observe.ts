import { KubeObject } from '@monero-portal/kube-client';
import { joinKey, Key, splitKey } from '../machinery/key';
import { Pod, StatefulSet } from '../machinery/kubeTypes';
import { OptionalReader } from '../machinery/OptionalStore';
import { ownedIn } from '../machinery/ownedIn';
import { StoreReader } from '../machinery/Store';
import { Daemon, DaemonRef } from './daemon';
import { MiningNodeSet } from './spec';

/** Where everything is read from. */
export interface MiningStores {
  miningNodeSets: StoreReader<KubeObject>;
  statefulSets: StoreReader<StatefulSet>;
  /** Children that are only compared. */
  others: ReadonlyArray<StoreReader<KubeObject>>;
  /** Children that only some clusters know. */
  podMonitors: OptionalReader<KubeObject>;
  pods: StoreReader<Pod>;
  /** What daemonRef may name, by kind. */
  daemons: Readonly<Record<DaemonRef['kind'], StoreReader<Daemon>>>;
}

/** All there is of a mining set in the cluster. */
export interface Observed {
  statefulSet?: StatefulSet;
  /** What the mining set controls, the StatefulSet among it. */
  children: KubeObject[];
  pods: Pod[];
  /** What daemonRef names. */
  daemon?: Daemon;
}

/** Everything known about a mining set. */
export function observe(
  key: Key,
  { uid, spec }: MiningNodeSet,
  stores: MiningStores,
): Observed {
  const owned = <T extends KubeObject>(store: StoreReader<T>) =>
    ownedIn(store, key, uid);
  const [statefulSet] = owned(stores.statefulSets);
  const { namespace } = splitKey(key);
  return {
    statefulSet,
    children: [
      ...(statefulSet ? [statefulSet] : []),
      ...stores.others.flatMap(owned),
      ...owned(stores.podMonitors),
    ],
    pods: stores.pods.of(key),
    daemon:
      spec.daemonRef &&
      stores.daemons[spec.daemonRef.kind].get(
        joinKey(namespace, spec.daemonRef.name),
      ),
  };
}
