import { RequestRecord } from '@monero-portal/kube-client';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { registerProcessMetrics } from './processMetrics';
import { QueueObserver } from './Workqueue';

/** How a pass ended, in controller-runtime's words. */
export type ReconcileResult = 'success' | 'error' | 'requeue' | 'requeue_after';

const RESULTS: readonly ReconcileResult[] = [
  'success',
  'error',
  'requeue',
  'requeue_after',
];

/** What a controller reports. */
export interface ControllerMetrics {
  reconciled(result: ReconcileResult, seconds: number): void;
  /** An error that trying again does not mend. */
  terminal(): void;
}

/** What the gauges of a queue read when they are asked for. */
export interface QueueState {
  /** For how long, in milliseconds, each key has been worked on that is. */
  working(): number[];
}

/** Seconds, as client-go has them: from a millisecond to a quarter of an hour. */
const QUEUE_BUCKETS = [0.001, 0.01, 0.1, 1, 10, 100, 1000];

/** controller-runtime's metrics, by controller-runtime's names. */
export class OperatorMetrics {
  readonly registry = new Registry();
  /** Whether this process leads, as it was told last. */
  leads = false;
  private readonly total = new Counter({
    name: 'controller_runtime_reconcile_total',
    help: 'Total number of reconciliations per controller',
    labelNames: ['controller', 'result'],
    registers: [this.registry],
  });
  private readonly errors = new Counter({
    name: 'controller_runtime_reconcile_errors_total',
    help: 'Total number of reconciliation errors per controller',
    labelNames: ['controller'],
    registers: [this.registry],
  });
  private readonly terminalErrors = new Counter({
    name: 'controller_runtime_terminal_reconcile_errors_total',
    help: 'Total number of terminal reconciliation errors per controller',
    labelNames: ['controller'],
    registers: [this.registry],
  });
  private readonly maxConcurrent = new Gauge({
    name: 'controller_runtime_max_concurrent_reconciles',
    help: 'Maximum number of concurrent reconciles per controller',
    labelNames: ['controller'],
    registers: [this.registry],
  });
  private readonly states = new Map<string, QueueState>();
  private readonly activeWorkers: Gauge = new Gauge({
    name: 'controller_runtime_active_workers',
    help: 'Number of currently used workers per controller',
    labelNames: ['controller'],
    registers: [this.registry],
    collect: () =>
      this.eachQueue((controller, working) =>
        this.activeWorkers.set({ controller }, working.length),
      ),
  });
  private readonly time = new Histogram({
    name: 'controller_runtime_reconcile_time_seconds',
    help: 'Length of time per reconciliation per controller',
    labelNames: ['controller'],
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60],
    registers: [this.registry],
  });
  private readonly depth = new Gauge({
    name: 'workqueue_depth',
    help: 'Current depth of workqueue',
    labelNames: ['name'],
    registers: [this.registry],
  });
  private readonly adds = new Counter({
    name: 'workqueue_adds_total',
    help: 'Total number of adds handled by workqueue',
    labelNames: ['name'],
    registers: [this.registry],
  });
  private readonly retries = new Counter({
    name: 'workqueue_retries_total',
    help: 'Total number of retries handled by workqueue',
    labelNames: ['name'],
    registers: [this.registry],
  });
  private readonly queueTime = new Histogram({
    name: 'workqueue_queue_duration_seconds',
    help: 'How long in seconds an item stays in workqueue before being requested',
    labelNames: ['name'],
    buckets: QUEUE_BUCKETS,
    registers: [this.registry],
  });
  private readonly workTime = new Histogram({
    name: 'workqueue_work_duration_seconds',
    help: 'How long in seconds processing an item from workqueue takes',
    labelNames: ['name'],
    buckets: QUEUE_BUCKETS,
    registers: [this.registry],
  });
  private readonly unfinished: Gauge = new Gauge({
    name: 'workqueue_unfinished_work_seconds',
    help: 'How many seconds of work has been done that is in progress and has not been observed by work_duration',
    labelNames: ['name'],
    registers: [this.registry],
    collect: () =>
      this.eachQueue((name, working) =>
        this.unfinished.set(
          { name },
          working.reduce((sum, ms) => sum + ms, 0) / 1000,
        ),
      ),
  });
  private readonly longest: Gauge = new Gauge({
    name: 'workqueue_longest_running_processor_seconds',
    help: 'How many seconds has the longest running processor for workqueue been running',
    labelNames: ['name'],
    registers: [this.registry],
    collect: () =>
      this.eachQueue((name, working) =>
        this.longest.set({ name }, Math.max(0, ...working) / 1000),
      ),
  });
  private readonly requests = new Counter({
    name: 'rest_client_requests_total',
    help: 'Number of HTTP requests, partitioned by status code, method, and host',
    labelNames: ['code', 'method', 'host'],
    registers: [this.registry],
  });
  private readonly used = new Counter({
    name: 'monero_operator_access_total',
    help: 'Uses of each right that the operator has',
    labelNames: ['verb', 'resource'],
    registers: [this.registry],
  });
  private readonly leader = new Gauge({
    name: 'leader_election_master_status',
    help: 'Gauge of if the reporting system is master of the relevant lease, 0 indicates backup, 1 indicates master',
    labelNames: ['name'],
    registers: [this.registry],
  });

  constructor() {
    registerProcessMetrics(this.registry);
  }

  /** For a controller, which has all of its series from the start. */
  controller(controller: string, workers: number): ControllerMetrics {
    for (const result of RESULTS) this.total.inc({ controller, result }, 0);
    this.errors.inc({ controller }, 0);
    this.terminalErrors.inc({ controller }, 0);
    this.maxConcurrent.set({ controller }, workers);
    return {
      terminal: () => this.terminalErrors.inc({ controller }),
      reconciled: (result, seconds) => {
        this.total.inc({ controller, result });
        if (result === 'error') this.errors.inc({ controller });
        this.time.observe({ controller }, seconds);
      },
    };
  }

  /** For a workqueue, which has all of its series from the start. */
  queue(name: string): QueueObserver {
    this.adds.inc({ name }, 0);
    this.retries.inc({ name }, 0);
    this.depth.set({ name }, 0);
    return {
      onTake: ms => this.queueTime.observe({ name }, ms / 1000),
      onDone: ms => this.workTime.observe({ name }, ms / 1000),
      onAdd: () => this.adds.inc({ name }),
      onRetry: () => this.retries.inc({ name }),
      onDepth: depth => this.depth.set({ name }, depth),
    };
  }

  /** What a controller's queue is at, told when metrics are asked for. */
  follow(name: string, state: QueueState): void {
    this.states.set(name, state);
  }

  private eachQueue(tell: (name: string, working: number[]) => void): void {
    for (const [name, state] of this.states) tell(name, state.working());
  }

  /** For a client's `onRequest`. */
  readonly request = ({ status, method, host }: RequestRecord): void =>
    this.requests.inc({
      code: status === 0 ? '<error>' : String(status),
      method,
      host,
    });

  /** For `limitAccess`: which of the operator's rights it has used. */
  readonly access = (verb: string, resource: string): void =>
    this.used.inc({ verb, resource });

  /** Whether this process leads. */
  leading(name: string, leads: boolean): void {
    this.leads = leads;
    this.leader.set({ name }, leads ? 1 : 0);
  }
}
