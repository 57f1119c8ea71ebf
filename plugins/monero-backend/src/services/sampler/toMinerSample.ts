import type { MinerSample } from '@monero-portal/plugin-monero-common';
import type { Families, Metric, Wanted } from './families';

/** What a miner's sample is made of. */
export const MINER_WANTED: Wanted = {
  families: new Set([
    'monero_miner_up',
    'monero_miner_mining',
    'monero_miner_build_info',
    'monero_miner_connected',
    'monero_miner_connection_info',
    'monero_miner_difficulty',
    'monero_miner_hashrate_hashes_per_second',
    'monero_miner_shares_total',
  ]),
  labels: ['version', 'pool', 'window', 'result'],
  only: {},
};

const MAX_TEXT_LENGTH = 100;

/**
 * What one scrape says of a miner. A family that is missing stays unknown.
 *
 * @param families - {@link MINER_WANTED} of one scrape
 */
export function toMinerSample(families: Families): MinerSample {
  const find = (name: string, labels: Record<string, string> = {}) =>
    families
      .get(name)
      ?.find(metric =>
        Object.entries(labels).every(
          ([key, value]) => metric.labels[key] === value,
        ),
      );
  const hashrate = (window: string) =>
    positive(find('monero_miner_hashrate_hashes_per_second', { window }));
  const shares = (result: string) =>
    whole(find('monero_miner_shares_total', { result }));
  return {
    up: flag(find('monero_miner_up')),
    mining: flag(find('monero_miner_mining')),
    version: labelOf(find('monero_miner_build_info'), 'version'),
    connected: flag(find('monero_miner_connected')),
    pool: labelOf(find('monero_miner_connection_info'), 'pool'),
    difficulty: positive(find('monero_miner_difficulty')),
    hashrate10s: hashrate('10s'),
    hashrate60s: hashrate('60s'),
    hashrate15m: hashrate('15m'),
    sharesAccepted: shares('accepted'),
    sharesRejected: shares('rejected'),
  };
}

function flag(metric: Metric | undefined): boolean | undefined {
  return metric && metric.value === 1;
}

function positive(metric: Metric | undefined): number | undefined {
  return metric && metric.value >= 0 ? metric.value : undefined;
}

function whole(metric: Metric | undefined): number | undefined {
  const value = positive(metric);
  return value !== undefined && value <= Number.MAX_SAFE_INTEGER
    ? Math.floor(value)
    : undefined;
}

function labelOf(
  metric: Metric | undefined,
  label: string,
): string | undefined {
  return metric?.labels[label]?.slice(0, MAX_TEXT_LENGTH) || undefined;
}
