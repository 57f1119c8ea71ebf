import type { ObservedPod } from './observed';

type Index = ReadonlyMap<string, readonly ObservedPod[]>;

/** Lists never change: one that holds other pods is another list. */
const indices = new WeakMap<
  readonly ObservedPod[],
  { bySet: Index; byNetwork: Index }
>();

/** The pods of one node set or mining set, without looking at all others. */
export function podsOfSet(
  pods: readonly ObservedPod[],
  program: ObservedPod['program'],
  set: { namespace: string; name: string },
): readonly ObservedPod[] {
  return (
    indexOf(pods).bySet.get(`${program}/${set.namespace}/${set.name}`) ?? []
  );
}

/** The pods of all members of a network. */
export function podsOfNetwork(
  pods: readonly ObservedPod[],
  network: { namespace: string; name: string },
): readonly ObservedPod[] {
  return (
    indexOf(pods).byNetwork.get(`${network.namespace}/${network.name}`) ?? []
  );
}

function indexOf(pods: readonly ObservedPod[]) {
  const known = indices.get(pods);
  if (known) {
    return known;
  }
  const index = {
    bySet: groupBy(
      pods,
      ({ program, namespace, nodeSet }) => `${program}/${namespace}/${nodeSet}`,
    ),
    byNetwork: groupBy(pods, ({ namespace, network }) =>
      network === undefined ? undefined : `${namespace}/${network}`,
    ),
  };
  indices.set(pods, index);
  return index;
}

function groupBy(
  pods: readonly ObservedPod[],
  keyOf: (pod: ObservedPod) => string | undefined,
): Index {
  const groups = new Map<string, ObservedPod[]>();
  for (const pod of pods) {
    const key = keyOf(pod);
    if (key !== undefined) {
      const group = groups.get(key);
      if (group) {
        group.push(pod);
      } else {
        groups.set(key, [pod]);
      }
    }
  }
  return groups;
}
