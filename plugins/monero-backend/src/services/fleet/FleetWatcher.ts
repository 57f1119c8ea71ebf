import type {
  FleetKey,
  MoneroKind,
  ObjectHealth,
} from '@monero-portal/plugin-monero-common';
import type { ClusterChange, ClusterService, ObservedPod } from '../clusters';
import type { HealthService } from '../health';
import type { ChangePublisher } from '../signals';
import type { FleetSnapshot } from './FleetSnapshot';
import { toFleetItem } from './toFleetItem';

/** What keeps the fleet current. */
export interface FleetWatcherOptions {
  clusters: Pick<ClusterService, 'get'>;
  health: Pick<HealthService, 'get' | 'keys'>;
  fleet: FleetSnapshot;
  publisher: Pick<ChangePublisher, 'object' | 'fleet'>;
  /** Shown how each object is, every time it is looked at. */
  onLook?: (key: FleetKey, health: ObjectHealth | undefined) => void;
}

/** Time alone makes findings: everything is looked at once in this time. */
const SWEEP_MS = 10_000;
const SWEEP_STEPS = 20;

const KIND_OF_PROGRAM: Record<ObservedPod['program'], MoneroKind> = {
  monerod: 'MoneroNodeSet',
  xmrig: 'MoneroMiningNodeSet',
};

/**
 * Looks at each object when something about it has changed, and tells who
 * shows it when that makes a difference.
 */
export class FleetWatcher {
  readonly #options: FleetWatcherOptions;
  #sweep: FleetKey[] = [];

  constructor(options: FleetWatcherOptions) {
    this.#options = options;
  }

  /** Looks at everything again and again until the signal aborts. */
  start(signal: AbortSignal): void {
    const timer = setInterval(() => this.sweep(), SWEEP_MS / SWEEP_STEPS);
    timer.unref();
    signal.addEventListener('abort', () => clearInterval(timer), {
      once: true,
    });
  }

  /** One step of many, so that nobody waits for all of them. */
  sweep(): void {
    if (this.#sweep.length === 0) {
      this.#sweep = this.#options.health.keys();
    }
    const step = Math.ceil(this.#options.health.keys().length / SWEEP_STEPS);
    this.#sweep.splice(0, Math.max(1, step)).forEach(key => this.#look(key));
  }

  /** Something changed in a cluster; without an object, its connection did. */
  changed({ cluster, object }: ClusterChange): void {
    if (object) {
      this.#look({ cluster, ...object });
    } else {
      this.#options.health
        .keys()
        .filter(key => key.cluster === cluster)
        .forEach(key => this.#look(key));
    }
  }

  /** An exporter has answered, or has failed to. */
  sampled(cluster: string, { program, namespace, nodeSet }: ObservedPod): void {
    this.#look({
      kind: KIND_OF_PROGRAM[program],
      cluster,
      namespace,
      name: nodeSet,
    });
  }

  #look(key: FleetKey): void {
    const { health, fleet, publisher, onLook } = this.#options;
    publisher.object(key, () => {
      const current = health.get(key.kind, key);
      const changed = current
        ? fleet.put(toFleetItem(key.kind, current))
        : fleet.remove(key);
      if (changed) {
        publisher.fleet(() => fleet.revision);
      }
      onLook?.(key, current);
      this.#lookAtRelated(key);
      return current;
    });
  }

  /** A network is as its members are, and miners as who gives them work. */
  #lookAtRelated({ kind, cluster, namespace, name }: FleetKey): void {
    if (kind === 'MoneroMiningNodeSet') {
      return;
    }
    const snapshot = this.#options.clusters.get(cluster);
    const isHere = (each: { namespace: string }) =>
      each.namespace === namespace;
    const memberOf = snapshot?.nodeSets
      .filter(isHere)
      .find(each => each.name === name)?.memberOf;
    if (kind === 'MoneroNodeSet' && memberOf !== undefined) {
      this.#look({ kind: 'MoneroNetwork', cluster, namespace, name: memberOf });
    }
    snapshot?.miningNodeSets
      .filter(
        each =>
          isHere(each) &&
          each.daemon?.kind === kind &&
          each.daemon.name === name,
      )
      .forEach(each =>
        this.#look({
          kind: 'MoneroMiningNodeSet',
          cluster,
          namespace,
          name: each.name,
        }),
      );
  }
}
