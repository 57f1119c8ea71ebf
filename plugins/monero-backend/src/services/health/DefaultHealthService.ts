import {
  type ClusterInfo,
  type FleetKey,
  type MeasuringAway,
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
import { agesOf } from './objectFacts';
import { judgeMiningSet } from './judgeMiningSet';
import { judgeNetwork } from './judgeNetwork';
import { inputsOfNodeSet, judgeNodeSet } from './judgeNodeSet';
import { JudgedBefore } from './JudgedBefore';

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
  /** Set while nobody measures the pods of a cluster. */
  measuringAway?: (cluster: string) => MeasuringAway | undefined;
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
  /** What it is judged from, if that is known; then a list may tell what was found a moment ago. */
  inputs?: (view: ClusterView, object: ObservedObject) => unknown[];
}

function kind<K extends MoneroKind, O extends ObservedObject>(
  objects: (cluster: ClusterSnapshot) => readonly O[],
  judge: (view: ClusterView, object: O) => HealthOfKind[K],
  inputs?: (view: ClusterView, object: O) => unknown[],
): Kind<K> {
  // What `objects` gives is what the others get, and nothing else is passed to them.
  return {
    objects,
    judge: judge as Kind<K>['judge'],
    inputs: inputs as Kind<K>['inputs'],
  };
}

const KINDS: { [K in MoneroKind]: Kind<K> } = {
  MoneroNodeSet: kind(
    ({ nodeSets }) => nodeSets,
    judgeNodeSet,
    inputsOfNodeSet,
  ),
  MoneroNetwork: kind(({ networks }) => networks, judgeNetwork),
  MoneroMiningNodeSet: kind(
    ({ miningNodeSets }) => miningNodeSets,
    judgeMiningSet,
  ),
};

/** As often as exporters are looked at: sentences of a list may count seconds that are as old. */
const LIST_MAX_AGE_MS = 5_000;

const KIND_NAMES = Object.keys(KINDS) as MoneroKind[];

/** Joins snapshots and samples, and judges them with monero-common. */
export class DefaultHealthService implements HealthService {
  readonly #options: Required<HealthServiceOptions>;
  readonly #clock = new FindingClock();
  readonly #judged = new JudgedBefore<HealthOfKind[MoneroKind]>(
    LIST_MAX_AGE_MS,
  );

  constructor(options: HealthServiceOptions) {
    this.#options = {
      now: Date.now,
      minerSampleOf: () => undefined,
      measuringAway: () => undefined,
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
      measuringAway: this.#options.measuringAway(cluster.name),
      kubeNodes: cluster.kubeNodes,
    }));
  }

  list<K extends MoneroKind>(wanted: K): HealthOfKind[K][] {
    return this.#options.clusters
      .list()
      .flatMap(cluster =>
        KINDS[wanted]
          .objects(cluster)
          .map(object => this.#known(wanted, cluster, object)),
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
      this.#judged.forget(`${wanted}/${keyOf(ref)}`);
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

  /** As it was judged a moment ago, if nothing that it depends on has changed since. */
  #known<K extends MoneroKind>(
    wanted: K,
    cluster: ClusterSnapshot,
    object: ObservedObject,
  ): HealthOfKind[K] {
    const view = this.#viewOf(cluster);
    const inputs = KINDS[wanted].inputs?.(view, object);
    const found =
      inputs && this.#judged.find(idOf(wanted, view, object), inputs, view.now);
    return found
      ? // What was kept under a kind's name is of that kind.
        { ...(found as HealthOfKind[K]), ...agesOf(view) }
      : this.#judge(wanted, cluster, object);
  }

  #judge<K extends MoneroKind>(
    wanted: K,
    cluster: ClusterSnapshot,
    object: ObservedObject,
  ): HealthOfKind[K] {
    const view = this.#viewOf(cluster);
    const { judge, inputs } = KINDS[wanted];
    const id = idOf(wanted, view, object);
    const health = judge(view, object);
    const stamped = {
      ...health,
      findings: this.#clock.stamp(id, health.findings, view.now),
    };
    if (inputs) {
      this.#judged.remember(id, inputs(view, object), stamped, view.now);
    }
    return stamped;
  }

  #viewOf(cluster: ClusterSnapshot): ClusterView {
    const { now, sampleOf, minerSampleOf, measuringAway, diskFullAt } =
      this.#options;
    const { name } = cluster;
    return {
      cluster,
      now: now(),
      sampleOf: pod => sampleOf(name, pod),
      minerSampleOf: pod => minerSampleOf(name, pod),
      measuringAway: measuringAway(name),
      diskFullAt: pod => diskFullAt(name, pod),
    };
  }
}

function idOf(
  kindName: MoneroKind,
  { cluster }: ClusterView,
  { namespace, name }: ObservedObject,
): string {
  return `${kindName}/${keyOf({ cluster: cluster.name, namespace, name })}`;
}

function keyOf({ cluster, namespace, name }: NodeSetRef): string {
  return `${cluster}/${namespace}/${name}`;
}
