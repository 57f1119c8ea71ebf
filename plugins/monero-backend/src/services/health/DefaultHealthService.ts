import {
  type ClusterInfo,
  type FleetKey,
  type MinerSample,
  type MoneroKind,
  type NodeSample,
  type NodeSetHealth,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import type {
  ClusterService,
  ClusterSnapshot,
  ObservedObject,
  ObservedPod,
} from '../clusters';
import { iso, type ClusterView } from './ClusterView';
import { FindingClock } from './FindingClock';
import type { HealthOfKind, HealthService } from './HealthService';
import { judgeMiningSet } from './judgeMiningSet';
import { judgeNetwork } from './judgeNetwork';
import { judgeNodeSet } from './judgeNodeSet';

/** What health is made of. */
export interface HealthServiceOptions {
  clusters: ClusterService;
  /** What is known of a pod's node. */
  sampleOf: (cluster: string, pod: ObservedPod) => NodeSample | undefined;
  /** What is known of a pod's miner. */
  minerSampleOf?: (
    cluster: string,
    pod: ObservedPod,
  ) => MinerSample | undefined;
  /** When a pod's volume is full at the speed of the past. */
  diskFullAt?: (cluster: string, pod: ObservedPod) => string | undefined;
  /** Namespaces of a cluster that a proposal may name. */
  namespacesOf: (cluster: string) => string[];
  now?: () => number;
}

/** How a kind is found in a cluster and judged. */
interface Kind<K extends MoneroKind> {
  objects: (cluster: ClusterSnapshot) => readonly ObservedObject[];
  judge: (view: ClusterView, object: ObservedObject) => HealthOfKind[K];
}

function kind<K extends MoneroKind, O extends ObservedObject>(
  objects: (cluster: ClusterSnapshot) => readonly O[],
  judge: (view: ClusterView, object: O) => HealthOfKind[K],
): Kind<K> {
  // What `objects` gives is what `judge` gets, and nothing else is passed to it.
  return { objects, judge: judge as Kind<K>['judge'] };
}

const KINDS: { [K in MoneroKind]: Kind<K> } = {
  MoneroNodeSet: kind(({ nodeSets }) => nodeSets, judgeNodeSet),
  MoneroNetwork: kind(({ networks }) => networks, judgeNetwork),
  MoneroMiningNodeSet: kind(
    ({ miningNodeSets }) => miningNodeSets,
    judgeMiningSet,
  ),
};

const KIND_NAMES = Object.keys(KINDS) as MoneroKind[];

/** Joins snapshots and samples, and judges them with monero-common. */
export class DefaultHealthService implements HealthService {
  readonly #options: Required<HealthServiceOptions>;
  readonly #clock = new FindingClock();

  constructor(options: HealthServiceOptions) {
    this.#options = {
      now: Date.now,
      minerSampleOf: () => undefined,
      diskFullAt: () => undefined,
      ...options,
    };
  }

  clusters(): ClusterInfo[] {
    return this.#options.clusters.list().map(cluster => ({
      name: cluster.name,
      title: cluster.title,
      entityRef: cluster.entityRef,
      namespaces: this.#options.namespacesOf(cluster.name),
      state: cluster.state,
      since: iso(cluster.since),
      error: cluster.error,
      kubeNodes: cluster.kubeNodes,
    }));
  }

  list<K extends MoneroKind>(wanted: K): HealthOfKind[K][] {
    return this.#options.clusters
      .list()
      .flatMap(cluster =>
        KINDS[wanted]
          .objects(cluster)
          .map(object => this.#judge(wanted, cluster, object)),
      )
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  get<K extends MoneroKind>(
    wanted: K,
    ref: NodeSetRef,
  ): HealthOfKind[K] | undefined {
    const cluster = this.#options.clusters.get(ref.cluster);
    const object =
      cluster &&
      KINDS[wanted]
        .objects(cluster)
        .find(
          each => each.namespace === ref.namespace && each.name === ref.name,
        );
    if (!cluster || !object) {
      this.#clock.forget(`${wanted}/${keyOf(ref)}`);
      return undefined;
    }
    return this.#judge(wanted, cluster, object);
  }

  keys(): FleetKey[] {
    return this.#options.clusters.list().flatMap(cluster =>
      KIND_NAMES.flatMap(each =>
        KINDS[each].objects(cluster).map(({ namespace, name }) => ({
          kind: each,
          cluster: cluster.name,
          namespace,
          name,
        })),
      ),
    );
  }

  nodeSets(): NodeSetHealth[] {
    return this.list('MoneroNodeSet');
  }

  nodeSet(ref: NodeSetRef): NodeSetHealth | undefined {
    return this.get('MoneroNodeSet', ref);
  }

  #judge<K extends MoneroKind>(
    wanted: K,
    cluster: ClusterSnapshot,
    object: ObservedObject,
  ): HealthOfKind[K] {
    const { now, sampleOf, minerSampleOf, diskFullAt } = this.#options;
    const { name } = cluster;
    const view: ClusterView = {
      cluster,
      now: now(),
      sampleOf: pod => sampleOf(name, pod),
      minerSampleOf: pod => minerSampleOf(name, pod),
      diskFullAt: pod => diskFullAt(name, pod),
    };
    const health = KINDS[wanted].judge(view, object);
    return {
      ...health,
      findings: this.#clock.stamp(
        `${wanted}/${keyOf(health)}`,
        health.findings,
        view.now,
      ),
    };
  }
}

function keyOf({ cluster, namespace, name }: NodeSetRef): string {
  return `${cluster}/${namespace}/${name}`;
}
