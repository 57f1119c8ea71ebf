import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { FindingSettings } from '../services/notices';

const KEY = 'monero.notifications';
const MINUTE_MS = 60_000;
const MOST_MS = 24 * 60 * MINUTE_MS;

/** What owners are told. */
export interface NotificationsConfig {
  enabled: boolean;
  findings: FindingSettings;
}

/**
 * Reads `monero.notifications`.
 *
 * @throws InputError naming the field and what it may be
 */
export function readNotifications(config: Config): NotificationsConfig {
  return {
    enabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? true,
    findings: {
      severity: severityIn(config),
      afterMs: durationIn(config, `${KEY}.findings.after`, 5 * MINUTE_MS),
      clearMs: durationIn(config, `${KEY}.findings.clear`, 2 * MINUTE_MS),
    },
  };
}

function severityIn(config: Config): FindingSettings['severity'] {
  const key = `${KEY}.findings.severity`;
  const value = config.getOptionalString(key) ?? 'critical';
  if (value !== 'critical' && value !== 'warning') {
    throw new InputError(
      `${key} is "${value}"; it may be critical or warning.`,
    );
  }
  return value;
}

function durationIn(config: Config, key: string, fallback: number): number {
  const ms = config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : fallback;
  if (!(ms >= 0 && ms <= MOST_MS)) {
    throw new InputError(
      `${key} is ${ms / 1000} seconds; it may be up to a day.`,
    );
  }
  return ms;
}
