import { RequestRecord } from '@monero-portal/kube-client';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { QueueObserver } from './Workqueue';

/** What a controller reports. */
export interface ControllerMetrics {
  reconciled(result: string, seconds: number): void;
}

/** controller-runtime's metrics, by controller-runtime's names. */
export class OperatorMetrics {
  readonly registry = new Registry();
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
    const memory: Gauge = new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'Resident memory size in bytes',
      registers: [this.registry],
      collect: () => memory.set(process.memoryUsage.rss()),
    });
  }

  /** For a controller. */
  controller(controller: string): ControllerMetrics {
    return {
      reconciled: (result, seconds) => {
        this.total.inc({ controller, result });
        if (result === 'error') this.errors.inc({ controller });
        this.time.observe({ controller }, seconds);
      },
    };
  }

  /** For a workqueue. */
  queue(name: string): QueueObserver {
    return {
      onAdd: () => this.adds.inc({ name }),
      onRetry: () => this.retries.inc({ name }),
      onDepth: depth => this.depth.set({ name }, depth),
    };
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
    this.leader.set({ name }, leads ? 1 : 0);
  }
}
