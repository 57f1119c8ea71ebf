import { OperatorMetrics } from './metrics';

/** controller-runtime's names, as its users' dashboards and alerts have them. */
const NAMES = [
  'controller_runtime_reconcile_total{controller="c",result="success"} 0',
  'controller_runtime_reconcile_total{controller="c",result="error"} 0',
  'controller_runtime_reconcile_total{controller="c",result="requeue"} 0',
  'controller_runtime_reconcile_total{controller="c",result="requeue_after"} 0',
  'controller_runtime_reconcile_errors_total{controller="c"} 0',
  'controller_runtime_terminal_reconcile_errors_total{controller="c"} 0',
  'controller_runtime_max_concurrent_reconciles{controller="c"} 4',
  'controller_runtime_active_workers{controller="c"} 2',
  'workqueue_depth{name="c"} 0',
  'workqueue_adds_total{name="c"} 0',
  'workqueue_retries_total{name="c"} 0',
  'workqueue_unfinished_work_seconds{name="c"} 5',
  'workqueue_longest_running_processor_seconds{name="c"} 3',
  'leader_election_master_status{name="lease"} 1',
  'rest_client_requests_total{code="200",method="GET",host="h"} 1',
  'rest_client_requests_total{code="<error>",method="PUT",host="h"} 1',
];

describe('OperatorMetrics', () => {
  it('has every series from the start, by the names that dashboards know', async () => {
    const metrics = new OperatorMetrics();
    metrics.controller('c', 4);
    metrics.queue('c');
    metrics.follow('c', { working: () => [2000, 3000] });
    metrics.leading('lease', true);
    metrics.request({ method: 'GET', path: '/', host: 'h', status: 200 });
    metrics.request({ method: 'PUT', path: '/', host: 'h', status: 0 });
    const text = await metrics.registry.metrics();
    for (const line of NAMES) expect(text.split('\n')).toContain(line);
  });

  it('counts passes by result, and observes times in seconds', async () => {
    const metrics = new OperatorMetrics();
    const controller = metrics.controller('c', 1);
    controller.reconciled('error', 0.2);
    controller.reconciled('success', 0.2);
    controller.terminal();
    const queue = metrics.queue('c');
    queue.onTake(20);
    queue.onDone(200);
    const text = await metrics.registry.metrics();
    for (const line of [
      'controller_runtime_reconcile_total{controller="c",result="error"} 1',
      'controller_runtime_reconcile_errors_total{controller="c"} 1',
      'controller_runtime_terminal_reconcile_errors_total{controller="c"} 1',
      'controller_runtime_reconcile_time_seconds_sum{controller="c"} 0.4',
      'workqueue_queue_duration_seconds_bucket{le="0.1",name="c"} 1',
      'workqueue_work_duration_seconds_bucket{le="0.1",name="c"} 0',
      'workqueue_work_duration_seconds_count{name="c"} 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('tells of its own process', async () => {
    const text = await new OperatorMetrics().registry.metrics();
    const value = (name: string) =>
      Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(value('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(value('process_open_fds')).toBeGreaterThan(2);
    expect(value('process_start_time_seconds')).toBeLessThanOrEqual(
      Date.now() / 1000,
    );
  });
});
