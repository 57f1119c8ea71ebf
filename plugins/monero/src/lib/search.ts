import { SEARCH_TYPES } from '@monero-portal/plugin-monero-common';

/** Whether a result is of ours. */
export function isMoneroResult({ type }: { type: string }): boolean {
  return (Object.values(SEARCH_TYPES) as string[]).includes(type);
}
