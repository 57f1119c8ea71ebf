import { formatBytes, isQuantity, parseQuantity } from '../quantity';

/** Something that the operator will create, in words for a form. */
export interface PlannedChild {
  /** What it is, such as `StatefulSet` or `Volume claims`. */
  readonly kind: string;
  /** What it will be like, such as `3 pods, one per machine`. */
  readonly text: string;
}

/** `3 × ` before a size; nothing before that of one. */
export function times(count: number): string {
  return count === 1 ? '' : `${count} × `;
}

/** A quantity for people; undefined where it is none, which a form shows as a problem of its own. */
export function size(quantity: string): string | undefined {
  return isQuantity(quantity)
    ? formatBytes(parseQuantity(quantity))
    : undefined;
}

/** How pods are placed on machines. */
export function pods(replicas: number, hardAntiAffinity: boolean): string {
  if (replicas === 0) return 'no pods';
  if (replicas === 1) return '1 pod';
  return hardAntiAffinity
    ? `${replicas} pods, one per machine`
    : `${replicas} pods, on different machines where possible`;
}

/**
 * What the cluster must have: `Needs 3 × 400 GiB of disk and about 12 GiB of memory.` A part that is no valid quantity is
 * left out.
 *
 * @param per - quantities of one pod
 */
export function needs(
  replicas: number,
  per: { readonly disk?: string; readonly memory?: string | number },
): string {
  if (replicas === 0) return 'Needs nothing while none runs.';
  const disk = per.disk === undefined ? undefined : size(per.disk);
  const memory = String(per.memory ?? '');
  const parts = [
    ...(disk ? [`${times(replicas)}${disk} of disk`] : []),
    ...(isQuantity(memory)
      ? [
          `about ${formatBytes(
            BigInt(replicas) * parseQuantity(memory),
          )} of memory`,
        ]
      : []),
  ];
  return parts.length > 0 ? `Needs ${parts.join(' and ')}.` : '';
}
