import { randomUUID } from 'node:crypto';
import { Server } from 'node:http';
import { hostname } from 'node:os';
import {
  createKubeClient,
  inClusterNamespace,
  inClusterTarget,
  KubeClient,
  KubeClientOptions,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { ACCESS, LEASE_ACCESS, limitAccess } from './access';
import { Controllers, wireControllers } from './controllers';
import { systemClock } from './machinery/clock';
import { EventRecorder } from './machinery/EventRecorder';
import { serveEndpoints } from './machinery/HttpEndpoints';
import { LeaderElection } from './machinery/LeaderElection';
import { Logger } from './machinery/Logger';
import { logWrites } from './machinery/logWrites';
import { OperatorMetrics } from './machinery/metrics';
import { Passes } from './machinery/passes';
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
  const passes = new Passes();
  const identity = `${hostname()}_${randomUUID()}`;
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  // Of its own, so that nothing else stands in its way.
  const electionClient = connect(options, metrics);
  const election = new LeaderElection({
    client: limitAccess(electionClient, LEASE_ACCESS),
    namespace: leaseNamespace(options),
    name: LEASE_NAME,
    identity,
    clock: systemClock,
    logger,
  });
  // Asked at the last moment, after all waiting: who leads no more writes no more.
  const client = connect(options, metrics, ({ method }) => {
    if (method !== 'GET') election.assertHeld();
  });
  const limited = limitAccess(client, ACCESS, metrics.access);
  const logging = logWrites(limited, passes, logger);
  const events = new EventRecorder({
    client: limited,
    clock: systemClock,
    logger,
    controller: CONTROLLER_NAME,
    instance: identity,
  });
  const controllers = wireControllers(
    { options, client: logging, events, clock: systemClock, passes },
    metrics,
    logger,
  );
  const servers = await serve(options, metrics, controllers);
  try {
    metrics.leading(LEASE_NAME, false);
    controllers.start(ending);
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
    await Promise.all([client.close(), electionClient.close()]);
    logger.info('stopped');
  }
}

/** What kubelets and Prometheus ask. Who waits to lead is ready too. */
function serve(
  options: OperatorOptions,
  metrics: OperatorMetrics,
  controllers: Pick<Controllers, 'missing'>,
): Promise<Server[]> {
  return Promise.all([
    serveEndpoints(options.healthAddress, {
      '/healthz': () => ({ status: 200, text: 'ok' }),
      '/readyz': () => {
        const missing = controllers.missing();
        return missing.length === 0
          ? { status: 200, text: 'ok' }
          : {
              status: 503,
              text: `waiting for the first list of ${missing.join(', ')}`,
            };
      },
    }),
    serveEndpoints(options.metricsAddress, {
      '/metrics': async () => ({
        status: 200,
        text: await metrics.registry.metrics(),
        contentType: metrics.registry.contentType,
      }),
    }),
  ]);
}

function connect(
  options: OperatorOptions,
  metrics: OperatorMetrics,
  guard?: KubeClientOptions['guard'],
): KubeClient {
  const target = options.kubeconfig
    ? targetFromKubeconfig(options.kubeconfig)
    : inClusterTarget();
  return createKubeClient(target, {
    userAgent: 'monero-operator',
    onRequest: metrics.request,
    timeoutMs: options.requestTimeoutMs,
    watch: { idleMs: options.watchSilenceMs },
    guard,
  });
}

function leaseNamespace(options: OperatorOptions): string {
  return (
    options.leaderElectionNamespace ?? inClusterNamespace() ?? 'monero-system'
  );
}
