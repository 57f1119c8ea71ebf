import type { FleetItem, FleetKey, Snapshot } from './schemas';

/** What is held of the fleet from answer to answer. */
export interface HeldSnapshot {
  epoch: string;
  revision: number;
  /** By {@link fleetKeyOf}. */
  items: ReadonlyMap<string, FleetItem>;
}

/** What is held after an answer of `GET /snapshot`. Pure. */
export function mergeSnapshot(
  held: HeldSnapshot | undefined,
  { epoch, revision, complete, items, removed }: Snapshot,
): HeldSnapshot {
  const next = new Map(complete ? [] : held?.items);
  removed.forEach(key => next.delete(fleetKeyOf(key)));
  items.forEach(item => next.set(fleetKeyOf(item), item));
  return { epoch, revision, items: next };
}

/** One key for one object of the fleet. */
export function fleetKeyOf(key: FleetKey): string {
  return [key.kind, key.cluster, key.namespace, key.name].join('/');
}
