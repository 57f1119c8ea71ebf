import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How nodes are asked for their state. */
export interface HealthConfig {
  sampleIntervalMs: number;
  sampleConcurrency: number;
}

/**
 * Reads `monero.health`.
 *
 * @throws InputError naming the field and its range
 */
export function readHealth(config: Config): HealthConfig {
  return {
    sampleIntervalMs:
      numberIn(config, 'monero.health.sampleIntervalSeconds', 5, [1, 3600]) *
      1000,
    sampleConcurrency: Math.floor(
      numberIn(config, 'monero.health.sampleConcurrency', 8, [1, 100]),
    ),
  };
}

function numberIn(
  config: Config,
  key: string,
  fallback: number,
  [min, max]: [number, number],
): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!(value >= min && value <= max)) {
    throw new InputError(`${key} is ${value}; it may be ${min} to ${max}.`);
  }
  return value;
}
