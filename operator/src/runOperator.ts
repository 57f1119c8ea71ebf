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
import { wireControllers } from './controllers';
import { systemClock } from './machinery/clock';
import { EventRecorder } from './machinery/EventRecorder';
import { serveEndpoints } from './machinery/HttpEndpoints';
import { LeaderElection } from './machinery/LeaderElection';
import { Logger } from './machinery/Logger';
import { OperatorMetrics } from './machinery/metrics';
import { OperatorOptions } from './options';

const LEASE_NAME = 'monero-operator.utxo.com.br';
const CONTROLLER_NAME = 'utxo.com.br/monero-operator';

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
  const events = new EventRecorder({
    client: limited,
    clock: systemClock,
    logger,
    controller: CONTROLLER_NAME,
    instance: identity,
  });
  const controllers = wireControllers(
    { options, client: limited, events, clock: systemClock },
    metrics,
    logger,
  );
  try {
    metrics.leading(LEASE_NAME, false);
    controllers.start(ending);
    void controllers.synced().then(() => {
      state.synced = true;
    });
    logger.info('waiting to lead', { identity });
    if (!(await election.acquire(ending))) return;
    metrics.leading(LEASE_NAME, true);
    logger.info('leading', { identity });
    const working = controllers.run(ending);
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
