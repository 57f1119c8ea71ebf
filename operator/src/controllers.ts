import { randomBytes } from 'node:crypto';
import {
  KubeClient,
  KubeObject,
  KubeWatcher,
} from '@monero-portal/kube-client';
import { MINING_NODE_SET, NETWORK, NODE_SET } from '@monero-portal/monero-api';
import { IdentityKeeper } from './anonymity/IdentityKeeper';
import { Clock } from './machinery/clock';
import { Controller, Outcome } from './machinery/Controller';
import { EventSink } from './machinery/EventRecorder';
import { Key } from './machinery/key';
import { Logger } from './machinery/Logger';
import { OperatorMetrics } from './machinery/metrics';
import { noteWrites } from './machinery/noteWrites';
import { Passes } from './machinery/passes';
import { Store } from './machinery/Store';
import { Workqueue } from './machinery/Workqueue';
import { MiningNodeSetReconciler } from './miningnodeset/controller';
import { wireStores as wireMiningStores } from './miningnodeset/wire';
import { NetworkReconciler } from './network/controller';
import { wireStores as wireNetworkStores } from './network/wire';
import { NodeSetReconciler } from './nodeset/controller';
import { wireStores as wireNodeSetStores } from './nodeset/wire';
import { OperatorOptions } from './options';
import { tellConditions, ToldObjects } from './status/objectConditions';
import { PROGRESS_WAIT_MS } from './status/StatusReporter';

const WORKERS = 4;
const RECONCILE_TIMEOUT_MS = 60_000;

/** What all controllers share. */
export interface ControllerContext {
  options: OperatorOptions;
  client: KubeClient;
  events: EventSink;
  clock: Clock;
  passes: Passes;
}

/** What a kind is wired with. */
interface WireContext extends ControllerContext {
  /** How often the status of one object is written at most. */
  progress: { clock: Clock; waitMs: number };
}

/** A kind of resource: what it depends on, and one pass over one of them. */
interface Wiring {
  stores: {
    all: ReadonlyArray<Store<KubeObject>>;
    /** Resolves when every store has its first list. */
    synced(): Promise<unknown>;
    start(client: KubeWatcher, logger: Logger, signal: AbortSignal): void;
  };
  reconcile(key: Key, signal: AbortSignal): Promise<Outcome>;
  /** The objects themselves. */
  told: ToldObjects;
}

type Wire = (context: WireContext, enqueue: (key: Key) => void) => Wiring;

/** A controller for each kind, by the name that its metrics carry. */
const WIRES: Readonly<Record<string, Wire>> = {
  moneronodeset({ options, client, clock, events, progress }, enqueue) {
    const stores = wireNodeSetStores(enqueue, options.namespaces);
    const images = {
      monerod: options.monerodImage,
      exporter: options.exporterImage,
      tor: options.torImage,
      i2pd: options.i2pdImage,
    };
    const deps = {
      client: noteWrites(client, stores.all),
      stores,
      images,
      privateNetworks: {
        tor: options.torConfigMap,
        i2p: options.i2pConfigMap,
      },
      keeper: new IdentityKeeper({ client, randomBytes }),
      clock,
      events,
      progress,
    };
    const { reconcile } = new NodeSetReconciler(deps);
    const told = { kind: NODE_SET.kind, store: stores.nodeSets };
    return { stores, reconcile, told };
  },
  moneronetwork({ options, client, clock, events, progress }, enqueue) {
    const stores = wireNetworkStores(enqueue, options.namespaces);
    const noting = noteWrites(client, stores.all);
    const keeper = new IdentityKeeper({ client, randomBytes });
    const deps = { client: noting, stores, keeper, clock, events, progress };
    const { reconcile } = new NetworkReconciler(deps);
    const told = { kind: NETWORK.kind, store: stores.networks };
    return { stores, reconcile, told };
  },
  monerominingnodeset({ options, client, clock, events, progress }, enqueue) {
    const stores = wireMiningStores(enqueue, options.namespaces);
    const images = {
      xmrig: options.xmrigImage,
      exporter: options.exporterImage,
    };
    const noting = noteWrites(client, stores.all);
    const deps = { client: noting, stores, images, clock, events, progress };
    const { reconcile } = new MiningNodeSetReconciler(deps);
    const told = { kind: MINING_NODE_SET.kind, store: stores.miningNodeSets };
    return { stores, reconcile, told };
  },
};

/** All controllers of the operator. */
export interface Controllers {
  /** Begins to follow the API server. */
  start(signal: AbortSignal): void;
  /** Resources whose first list has not come yet. */
  missing(): string[];
  /** Works until the signal aborts and the passes under way have ended. */
  run(signal: AbortSignal): Promise<void>;
}

/** Wires a controller for each kind; none does anything yet. */
export function wireControllers(
  context: ControllerContext,
  metrics: OperatorMetrics,
  logger: Logger,
): Controllers {
  const { client, clock, passes } = context;
  const progress = { clock, waitMs: PROGRESS_WAIT_MS };
  const wired = Object.entries(WIRES).map(([name, wire]) => {
    const queue = new Workqueue(clock, undefined, metrics.queue(name));
    const { stores, reconcile, told } = wire({ ...context, progress }, key =>
      queue.add(key),
    );
    const controller = new Controller({
      name,
      reconcile,
      queue,
      synced: stores.synced,
      workers: WORKERS,
      timeoutMs: RECONCILE_TIMEOUT_MS,
      clock,
      logger,
      metrics: metrics.controller(name, WORKERS),
      passes,
    });
    metrics.follow(name, queue);
    return { stores, controller, told };
  });
  tellConditions(
    metrics.registry,
    () => metrics.leads,
    wired.map(({ told }) => told),
  );
  return {
    start(signal) {
      for (const { stores } of wired) stores.start(client, logger, signal);
    },
    missing() {
      const stores = wired.flatMap(each => each.stores.all);
      const waiting = stores.filter(store => !store.isSynced);
      return [...new Set(waiting.map(({ resource }) => resource.plural))];
    },
    async run(signal) {
      await Promise.all(wired.map(({ controller }) => controller.run(signal)));
    },
  };
}
