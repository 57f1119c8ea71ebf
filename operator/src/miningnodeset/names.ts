/** Name of the StatefulSet, and the prefix of its pods: the set's own. */
export const statefulSetName = (set: string) => set;

/** Name of the children of which there is one each. */
export const sharedName = (set: string) => `${set}-xmrig`;

/** The number at the end of a pod's name, or undefined for other names. */
export function indexOf(set: string, pod: string): number | undefined {
  const match = /^(.*)-(\d+)$/.exec(pod);
  return match?.[1] === set ? Number(match[2]) : undefined;
}
