import { randomUUID } from 'node:crypto';
import type {
  ClusterInfo,
  FleetItem,
  FleetKey,
  Snapshot,
  SnapshotQuery,
} from '@monero-portal/plugin-monero-common';
import type { Facts } from '../../permissions';

interface Entry {
  item: FleetItem;
  /** What it said, to tell whether it says something else now. */
  text: string;
  revision: number;
}

/** Gone, or gone from who it belonged to. */
interface Removed {
  key: FleetKey;
  facts: Facts;
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
    const before = this.#entries.get(key);
    if (before?.text === text) {
      return false;
    }
    if (before && before.item.owner !== item.owner) {
      this.#forget(before.item);
    }
    this.#entries.set(key, { item, text, revision: ++this.#revision });
    return true;
  }

  /** @returns whether it was there */
  remove({ kind, cluster, namespace, name }: FleetKey): boolean {
    const key = keyOf({ kind, cluster, namespace, name });
    const entry = this.#entries.get(key);
    if (!entry) {
      return false;
    }
    this.#entries.delete(key);
    this.#forget(entry.item);
    return true;
  }

  #forget({ kind, cluster, namespace, name, owner }: FleetItem): void {
    this.#removed.push({
      key: { kind, cluster, namespace, name },
      facts: { cluster, namespace, owner },
      revision: ++this.#revision,
    });
    while (this.#removed.length > MOST_REMOVED) {
      this.#forgotten = this.#removed.shift()?.revision ?? this.#forgotten;
    }
  }

  /**
   * Everything, or what has changed since a revision of this run.
   *
   * @param covers - what may be seen; of the rest not even that it is gone
   */
  read(
    query: SnapshotQuery,
    clusters: ClusterInfo[],
    covers: (facts: Facts) => boolean = () => true,
  ): Snapshot {
    const { epoch, since } = query;
    const complete =
      epoch !== this.#epoch || since === undefined || since < this.#forgotten;
    const from = complete ? -1 : since;
    const isNew = ({ revision }: { revision: number }) => revision > from;
    return {
      epoch: this.#epoch,
      revision: this.#revision,
      complete,
      items: [...this.#entries.values()]
        .filter(entry => isNew(entry) && covers(entry.item))
        .map(({ item }) => item),
      removed: complete
        ? []
        : this.#removed
            .filter(each => isNew(each) && covers(each.facts))
            .map(({ key }) => key)
            .filter(key => !this.#isSeen(key, covers)),
      clusters,
    };
  }

  #isSeen(key: FleetKey, covers: (facts: Facts) => boolean): boolean {
    const entry = this.#entries.get(keyOf(key));
    return entry !== undefined && covers(entry.item);
  }
}

function keyOf({ kind, cluster, namespace, name }: FleetKey): string {
  return `${kind}/${cluster}/${namespace}/${name}`;
}
