import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  createKubeClient,
  inClusterNamespace,
  inClusterTarget,
  KubeClient,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { ACCESS, LEASE_ACCESS, limitAccess } from './access';
import { systemClock } from './machinery/clock';
import { Controller } from './machinery/Controller';
import { EventRecorder } from './machinery/EventRecorder';
import { serveEndpoints } from './machinery/HttpEndpoints';
import { LeaderElection } from './machinery/LeaderElection';
import { Logger } from './machinery/Logger';
import { OperatorMetrics } from './machinery/metrics';
import { Workqueue } from './machinery/Workqueue';
import { NodeSetReconciler } from './nodeset/controller';
import { wireStores } from './nodeset/wire';
import { OperatorOptions } from './options';

const LEASE_NAME = 'monero-operator.utxo.com.br';
const CONTROLLER_NAME = 'utxo.com.br/monero-operator';
const WORKERS = 4;
const RECONCILE_TIMEOUT_MS = 60_000;

/** What the operator runs with. */
export interface OperatorDeps {
  logger: Logger;
  /** Ends the operator in good order. */
  signal: AbortSignal;
}

/**
 * Runs the operator until the signal aborts.
 * @throws Error when leadership is lost: the process must end, for another
 *   one may be at work already
 */
export async function runOperator(
  options: OperatorOptions,
  { logger, signal }: OperatorDeps,
): Promise<void> {
  const metrics = new OperatorMetrics();
  const client = connect(options, metrics);
  const identity = `${hostname()}_${randomUUID()}`;
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  const queue = new Workqueue(
    systemClock,
    undefined,
    metrics.queue('moneronodeset'),
  );
  const stores = wireStores(key => queue.add(key), options.namespace);
  const limited = limitAccess(client, ACCESS, metrics.access);
  const state = { synced: false };
  const servers = await Promise.all([
    serveEndpoints(options.healthAddress, {
      '/healthz': () => ({ status: 200, text: 'ok' }),
      '/readyz': () =>
        state.synced
          ? { status: 200, text: 'ok' }
          : { status: 503, text: 'waiting for the first lists' },
    }),
    serveEndpoints(options.metricsAddress, {
      '/metrics': async () => ({
        status: 200,
        text: await metrics.registry.metrics(),
        contentType: metrics.registry.contentType,
      }),
    }),
  ]);
  const election = new LeaderElection({
    client: limitAccess(client, LEASE_ACCESS),
    namespace: leaseNamespace(options),
    name: LEASE_NAME,
    identity,
    clock: systemClock,
    logger,
  });
  const reconciler = new NodeSetReconciler({
    client: limited,
    stores,
    images: { monerod: options.monerodImage, exporter: options.exporterImage },
    clock: systemClock,
    events: new EventRecorder({
      client: limited,
      clock: systemClock,
      logger,
      controller: CONTROLLER_NAME,
      instance: identity,
    }),
  });
  const controller = new Controller({
    name: 'moneronodeset',
    reconcile: reconciler.reconcile,
    queue,
    synced: stores.synced,
    workers: WORKERS,
    timeoutMs: RECONCILE_TIMEOUT_MS,
    clock: systemClock,
    logger,
    metrics: metrics.controller('moneronodeset'),
  });
  try {
    metrics.leading(LEASE_NAME, false);
    stores.start(limited, logger, ending);
    void stores.synced().then(() => {
      state.synced = true;
    });
    logger.info('waiting to lead', { identity });
    if (!(await election.acquire(ending))) return;
    metrics.leading(LEASE_NAME, true);
    logger.info('leading', { identity });
    const working = controller.run(ending);
    // The lease is kept until the last pass has ended.
    const holding = new AbortController();
    void working.finally(() => holding.abort());
    const end = await election.hold(holding.signal);
    if (end === 'lost') throw new Error('leadership was lost');
    await working;
  } finally {
    stop.abort();
    for (const server of servers) server.close();
    await client.close();
    logger.info('stopped');
  }
}

function connect(
  options: OperatorOptions,
  metrics: OperatorMetrics,
): KubeClient {
  const target = options.kubeconfig
    ? targetFromKubeconfig(options.kubeconfig)
    : inClusterTarget();
  return createKubeClient(target, {
    userAgent: 'monero-operator',
    onRequest: metrics.request,
  });
}

function leaseNamespace(options: OperatorOptions): string {
  return (
    options.leaderElectionNamespace ?? inClusterNamespace() ?? 'monero-system'
  );
}
