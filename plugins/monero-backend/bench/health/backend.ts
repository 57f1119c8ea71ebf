/**
 * A process of its own: a Backstage backend with this plugin and signals, as a
 * portal has it, which tells its parent what it costs.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBackend } from '@backstage/backend-defaults';
import { serve } from './messages';

/** What the backend has used since it was last told to forget. */
export interface BackendFigures {
  rssBytes: number;
  heapBytes: number;
  /** Share of one processor. */
  cpu: number;
  /** Milliseconds that timers were late. */
  loop: { p50: number; p99: number; max: number };
}

/** What it does when it is told to. */
export interface BackendOrders {
  figures: () => BackendFigures;
  forget: () => void;
}

const RESOLUTION_MS = 5;

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let cpu = process.cpuUsage();
let since = performance.now();

/** The histogram holds the pause between two timers, in nanoseconds. */
const late = (nanoseconds: number) =>
  Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

serve<BackendOrders>({
  figures() {
    const { user, system } = process.cpuUsage(cpu);
    // Without what nobody refers to any more: a heap is as large as it may be.
    global.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return {
      rssBytes: rss,
      heapBytes: heapUsed,
      cpu: (user + system) / 1000 / (performance.now() - since),
      loop: {
        p50: late(delays.percentile(50)),
        p99: late(delays.percentile(99)),
        max: late(delays.max),
      },
    };
  },
  forget() {
    delays.reset();
    cpu = process.cpuUsage();
    since = performance.now();
  },
});

async function main(): Promise<void> {
  const backend = createBackend();
  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('../../src'));
  await backend.start();
  delays.enable();
  process.send?.({ ready: 'listening' });
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
