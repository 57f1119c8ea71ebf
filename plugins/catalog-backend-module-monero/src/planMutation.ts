import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  DeferredEntity,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import type { ClusterInfo } from '@monero-portal/plugin-monero-common';

/** An entity and the cluster whose word it is. */
export interface ClusterEntity {
  cluster: string;
  entity: Entity;
  /** Its reference, and all that it says: what is compared. */
  ref: string;
  text: string;
}

/** Puts down what an entity says; entities are built in one key order, so their texts can be compared. */
export function clusterEntity(cluster: string, entity: Entity): ClusterEntity {
  return {
    cluster,
    entity,
    ref: stringifyEntityRef(entity),
    text: JSON.stringify(entity),
  };
}

/** One answer of monero-backend: what it knows, and of which clusters that is current. */
export interface Reading {
  clusters: readonly Pick<ClusterInfo, 'name' | 'state'>[];
  entities: readonly ClusterEntity[];
  /** Whether it does not know all of its clusters yet. */
  locating?: boolean;
}

/** What this process has put into the catalog. */
export interface Known {
  /** By entity reference. */
  entities: ReadonlyMap<string, ClusterEntity>;
  /**
   * Whether a full mutation went out since this process began. Before that the
   * catalog's database may hold entities that this process knows nothing of.
   */
  complete: boolean;
}

/** What a process knows when it begins. */
export const NOTHING_KNOWN: Known = { entities: new Map(), complete: false };

/** What to do about a reading. */
export interface Plan {
  /** Absent when the catalog is right as it is. */
  mutation?: EntityProviderMutation;
  /** What is known once the mutation is applied. */
  known: Known;
}

/**
 * Decides what to tell the catalog.
 *
 * A cluster that cannot be reached says nothing about its node sets, so they
 * stay. Only when every cluster is connected does the whole list replace what
 * the catalog has; otherwise only differences to what is known go out, and
 * entities are removed only on the word of a connected cluster, or when their
 * cluster is no longer configured.
 */
export function planMutation(
  known: Known,
  reading: Reading,
  locationKey: string,
): Plan {
  const entities = nextEntities(known, reading);
  const deferred = ({ entity }: ClusterEntity): DeferredEntity => ({
    entity,
    locationKey,
  });
  const added = [...entities].filter(
    ([ref, { text }]) => known.entities.get(ref)?.text !== text,
  );
  const removed = [...known.entities].filter(([ref]) => !entities.has(ref));
  const changed = added.length > 0 || removed.length > 0;

  if (
    !reading.locating &&
    reading.clusters.every(cluster => cluster.state === 'connected')
  ) {
    const next = { entities, complete: true };
    return known.complete && !changed
      ? { known: next }
      : {
          mutation: {
            type: 'full',
            entities: [...entities.values()].map(deferred),
          },
          known: next,
        };
  }
  const next = { entities, complete: known.complete };
  return changed
    ? {
        mutation: {
          type: 'delta',
          added: added.map(([, item]) => deferred(item)),
          removed: removed.map(([, item]) => deferred(item)),
        },
        known: next,
      }
    : { known: next };
}

/** What was read, and what was known of clusters that are away or not named yet. */
function nextEntities(known: Known, reading: Reading) {
  const states = new Map(
    reading.clusters.map(({ name, state }) => [name, state]),
  );
  const isAway = (cluster: string) => {
    const state = states.get(cluster);
    return state ? state !== 'connected' : reading.locating;
  };
  return new Map([
    ...[...known.entities].filter(([, { cluster }]) => isAway(cluster)),
    ...reading.entities.map(item => [item.ref, item] as const),
  ]);
}
