import type { ObservedPod } from '../clusters';

/** Pods that one query asks about: all of these namespaces. */
export interface Chunk {
  namespaces: string[];
  pods: ObservedPod[];
}

/**
 * As few groups of whole namespaces as have so many pods at most; a namespace
 * with more is a group of its own.
 */
export function chunksOf(
  pods: readonly ObservedPod[],
  most: number,
): readonly Chunk[] {
  const byNamespace = new Map<string, ObservedPod[]>();
  for (const pod of pods) {
    const others = byNamespace.get(pod.namespace);
    if (others) others.push(pod);
    else byNamespace.set(pod.namespace, [pod]);
  }
  const chunks: Chunk[] = [];
  for (const [namespace, own] of byNamespace) {
    const last = chunks.at(-1);
    if (last && last.pods.length + own.length <= most) {
      last.namespaces.push(namespace);
      last.pods.push(...own);
    } else {
      chunks.push({ namespaces: [namespace], pods: own });
    }
  }
  return chunks;
}
