import { Collector } from './collector';

/**
 * The machine's clock, so that whoever scrapes can tell that it is wrong:
 * monerod refuses blocks that seem to come from the future.
 *
 * @param nowMs - milliseconds since the epoch
 */
export function clockCollector(
  nowMs: () => number = () => Date.now(),
): Collector<unknown> {
  return {
    name: 'clock',
    async collect(_, metrics) {
      metrics.gauge(
        'monero_exporter_time_seconds',
        'Clock of the machine during the scrape, Unix time.',
        nowMs() / 1000,
      );
    },
  };
}
