import { isIP } from 'node:net';
import { KubeObject } from '@monero-portal/kube-client';
import { Key } from '../machinery/key';
import { OptionalReader } from '../machinery/OptionalStore';
import { ownedIn } from '../machinery/ownedIn';
import { StoreReader } from '../machinery/Store';
import { Pod, StatefulSet, VolumeClaim } from '../machinery/kubeTypes';
import { rpcServiceName } from './names';
import { NodeSet } from './spec';

/** Where everything is read from. */
export interface NodeSetStores {
  nodeSets: StoreReader<KubeObject>;
  statefulSets: StoreReader<StatefulSet>;
  /** Children that are only compared: services, config maps and so on. */
  others: ReadonlyArray<StoreReader<KubeObject>>;
  /** Children that only some clusters know. */
  podMonitors: OptionalReader<KubeObject>;
  pods: StoreReader<Pod>;
  claims: StoreReader<VolumeClaim>;
}

/** All there is of a node set in the cluster. */
export interface Observed {
  statefulSet?: StatefulSet;
  /** What the node set controls, the StatefulSet among it. */
  children: KubeObject[];
  pods: Pod[];
  claims: VolumeClaim[];
}

/** Everything known about a node set. */
export function observe(
  key: Key,
  uid: string,
  stores: NodeSetStores,
): Observed {
  const owned = <T extends KubeObject>(store: StoreReader<T>) =>
    ownedIn(store, key, uid);
  const [statefulSet] = owned(stores.statefulSets);
  return {
    statefulSet,
    children: [
      ...(statefulSet ? [statefulSet] : []),
      ...stores.others.flatMap(owned),
      ...owned(stores.podMonitors),
    ],
    pods: stores.pods.of(key),
    claims: stores.claims.of(key),
  };
}

/** ClusterIP of the Service for wallets; undefined until it has one. */
export function rpcAddressOf(
  { name }: Pick<NodeSet, 'name'>,
  { children }: Pick<Observed, 'children'>,
): string | undefined {
  const service = children.find(
    ({ kind, metadata }) =>
      kind === 'Service' && metadata.name === rpcServiceName(name),
  );
  const spec = service?.spec as { clusterIP?: unknown } | undefined;
  return typeof spec?.clusterIP === 'string' && isIP(spec.clusterIP) !== 0
    ? spec.clusterIP
    : undefined;
}
