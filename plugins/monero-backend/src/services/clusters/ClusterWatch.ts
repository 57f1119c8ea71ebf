import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  GROUP,
  LABELS,
  LABEL_VALUES,
  MINING_NODE_SET,
  NETWORK,
  NODE_SET,
  VERSION,
} from '@monero-portal/monero-api';
import {
  RESOURCES,
  type KubeObject,
  type KubeWatcher,
  type ListScope,
  type ResourceRef,
} from '@monero-portal/kube-client';
import type { MoneroKind } from '@monero-portal/plugin-monero-common';
import type { ClusterChange, ClusterSnapshot } from './ClusterService';
import { Connection } from './Connection';
import { observeNodeSet, observePod, type ObservedPod } from './observed';
import { observeAutoscaler, observeMiningSet } from './observedMining';
import { observeNetwork } from './observedNetwork';
import { Store } from './Store';

const AUTOSCALERS: ResourceRef = {
  group: 'autoscaling',
  version: 'v2',
  plural: 'horizontalpodautoscalers',
};
const OUR_PODS = `${LABELS.managedBy}=${LABEL_VALUES.managedBy}`;

const KIND_OF_PROGRAM: Record<ObservedPod['program'], MoneroKind> = {
  monerod: 'MoneroNodeSet',
  xmrig: 'MoneroMiningNodeSet',
};

/** What a watch on one cluster needs. */
export interface ClusterWatchOptions {
  name: string;
  title?: string;
  /** The catalog's entity that it was read from. */
  entityRef?: string;
  client: KubeWatcher;
  logger: LoggerService;
  now: () => number;
  onChange: (change: ClusterChange) => void;
}

/**
 * One cluster in memory: the three kinds, their pods, what scales them, and
 * the number of its machines. One watch for each, however many pages are open.
 * While the cluster is away the last known state stays.
 */
export class ClusterWatch {
  readonly #options: ClusterWatchOptions;
  readonly #connection: Connection;
  readonly #nodeSets = new Store(observeNodeSet, this.#told('MoneroNodeSet'));
  readonly #networks = new Store(observeNetwork, this.#told('MoneroNetwork'));
  readonly #miningNodeSets = new Store(
    observeMiningSet,
    this.#told('MoneroMiningNodeSet'),
  );
  readonly #pods = new Store(observePod, pod => {
    const { namespace, nodeSet, program } = pod;
    this.#told(KIND_OF_PROGRAM[program])({ namespace, name: nodeSet });
  });
  readonly #autoscalers = new Store(
    observeAutoscaler,
    ({ namespace, target }) =>
      this.#told('MoneroMiningNodeSet')({ namespace, name: target }),
  );
  readonly #kubeNodes = new Store(
    ({ metadata }) => metadata.name,
    () => {},
  );
  #kubeNodesKnown = false;

  constructor(options: ClusterWatchOptions) {
    this.#options = options;
    this.#connection = new Connection({
      ...options,
      onChange: () => options.onChange({ cluster: options.name }),
    });
  }

  /** Watches until the signal aborts; never throws, never gives up. */
  start(signal: AbortSignal): void {
    this.#watch(ours(NODE_SET.plural), this.#nodeSets, signal);
    this.#watch(ours(NETWORK.plural), this.#networks, signal);
    this.#watch(ours(MINING_NODE_SET.plural), this.#miningNodeSets, signal);
    this.#watch(RESOURCES.pods, this.#pods, signal, {
      labelSelector: OUR_PODS,
    });
    // Good to know, but nothing depends on them: they may be forbidden.
    this.#watchAside(AUTOSCALERS, this.#autoscalers, signal);
    this.#watchAside(RESOURCES.nodes, this.#kubeNodes, signal, () => {
      this.#kubeNodesKnown = true;
    });
  }

  snapshot(): ClusterSnapshot {
    const { name, title, entityRef } = this.#options;
    return {
      name,
      title,
      entityRef,
      ...this.#connection.current(),
      kubeNodes: this.#kubeNodesKnown
        ? this.#kubeNodes.list().length
        : undefined,
      nodeSets: this.#nodeSets.list(),
      networks: this.#networks.list(),
      miningNodeSets: this.#miningNodeSets.list(),
      autoscalers: this.#autoscalers.list(),
      pods: this.#pods.list(),
    };
  }

  #watch<T>(
    resource: ResourceRef,
    store: Store<T>,
    signal: AbortSignal,
    scope: ListScope = {},
  ): void {
    const { plural } = resource;
    this.#connection.expect(plural);
    this.#options.client.watch<KubeObject>(
      resource,
      scope,
      {
        onSync: items => {
          store.sync(items);
          this.#connection.up(plural);
        },
        onChange: (type, object) => store.change(type, object),
        onState: (state, error) =>
          state === 'connected'
            ? this.#connection.up(plural)
            : this.#connection.down(plural, error),
      },
      { signal },
    );
  }

  /** A watch whose failure does not make the cluster count as away. */
  #watchAside<T>(
    resource: ResourceRef,
    store: Store<T>,
    signal: AbortSignal,
    onSync = () => {},
  ): void {
    this.#options.client.watch<KubeObject>(
      resource,
      {},
      {
        onSync: items => {
          store.sync(items);
          onSync();
        },
        onChange: (type, object) => store.change(type, object),
      },
      { signal },
    );
  }

  #told(kind: MoneroKind) {
    return ({ namespace, name }: { namespace: string; name: string }) =>
      this.#options.onChange({
        cluster: this.#options.name,
        object: { kind, namespace, name },
      });
  }
}

function ours(plural: string): ResourceRef {
  return { group: GROUP, version: VERSION, plural };
}
