import { randomUUID } from 'node:crypto';
import type {
  ClusterInfo,
  FleetItem,
  FleetKey,
  Snapshot,
  SnapshotQuery,
} from '@monero-portal/plugin-monero-common';

interface Entry {
  item: FleetItem;
  /** What it said, to tell whether it says something else now. */
  text: string;
  revision: number;
}

interface Removed {
  key: FleetKey;
  revision: number;
}

/** As many removals as are remembered; whoever missed more asks for everything. */
const MOST_REMOVED = 1_000;

/**
 * The whole fleet in memory, a line for each object, and what has changed
 * since when: a page that is open asks for the differences alone.
 */
export class FleetSnapshot {
  readonly #epoch = randomUUID();
  readonly #entries = new Map<string, Entry>();
  #removed: Removed[] = [];
  /** Removals up to this revision are forgotten. */
  #forgotten = 0;
  #revision = 0;

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** @returns whether it says something that it did not say before */
  put(item: FleetItem): boolean {
    const key = keyOf(item);
    const text = JSON.stringify(item);
    if (this.#entries.get(key)?.text === text) {
      return false;
    }
    this.#entries.set(key, { item, text, revision: ++this.#revision });
    return true;
  }

  /** @returns whether it was there */
  remove({ kind, cluster, namespace, name }: FleetKey): boolean {
    const key = { kind, cluster, namespace, name };
    if (!this.#entries.delete(keyOf(key))) {
      return false;
    }
    this.#removed.push({ key, revision: ++this.#revision });
    while (this.#removed.length > MOST_REMOVED) {
      this.#forgotten = this.#removed.shift()?.revision ?? this.#forgotten;
    }
    return true;
  }

  /** Everything, or what has changed since a revision of this run. */
  read(query: SnapshotQuery, clusters: ClusterInfo[]): Snapshot {
    const { epoch, since } = query;
    const complete =
      epoch !== this.#epoch || since === undefined || since < this.#forgotten;
    const from = complete ? -1 : since;
    const isNew = ({ revision }: { revision: number }) => revision > from;
    return {
      epoch: this.#epoch,
      revision: this.#revision,
      complete,
      items: [...this.#entries.values()].filter(isNew).map(({ item }) => item),
      removed: complete
        ? []
        : this.#removed
            .filter(isNew)
            .map(({ key }) => key)
            .filter(key => !this.#entries.has(keyOf(key))),
      clusters,
    };
  }
}

function keyOf({ kind, cluster, namespace, name }: FleetKey): string {
  return `${kind}/${cluster}/${namespace}/${name}`;
}
