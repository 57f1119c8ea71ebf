import { Condition } from '@monero-portal/monero-api';

/**
 * What is left of conditions that others may have damaged, or that an older
 * definition let in: what has the wrong shape counts as missing.
 */
export function readConditions(raw: unknown): Condition[] {
  return Array.isArray(raw) ? raw.filter(isCondition) : [];
}

function isCondition(value: unknown): value is Condition {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['type', 'status', 'lastTransitionTime'].every(
      key => typeof (value as Record<string, unknown>)[key] === 'string',
    )
  );
}
