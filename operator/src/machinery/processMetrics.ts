import { readdir } from 'node:fs/promises';
import { Counter, Gauge, Registry } from 'prom-client';

/** What every exporter tells of its own process, by Prometheus' names. */
export function registerProcessMetrics(registry: Registry): void {
  const gauge = (name: string, help: string, read: () => Promise<number>) => {
    const it: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => it.set(await read()),
    });
  };
  const startedAt = Date.now() / 1000 - process.uptime();
  gauge(
    'process_resident_memory_bytes',
    'Resident memory size in bytes',
    async () => process.memoryUsage.rss(),
  );
  gauge(
    'nodejs_heap_size_used_bytes',
    'JavaScript heap in use, in bytes',
    async () => process.memoryUsage().heapUsed,
  );
  gauge(
    'process_start_time_seconds',
    'Start time of the process since unix epoch in seconds',
    async () => startedAt,
  );
  gauge('process_open_fds', 'Number of open file descriptors', openFiles);
  const cpu: Counter = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Total user and system CPU time spent in seconds',
    registers: [registry],
    collect: () => {
      const { user, system } = process.cpuUsage();
      cpu.reset();
      cpu.inc((user + system) / 1e6);
    },
  });
}

/** NaN where there is no /proc. */
async function openFiles(): Promise<number> {
  try {
    return (await readdir('/proc/self/fd')).length;
  } catch {
    return NaN;
  }
}
