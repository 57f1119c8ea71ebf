import { parse } from 'yaml';
import {
  parseMiningNodeSet,
  parseNetwork,
  parseNodeSet,
  type MoneroObject,
} from '@monero-portal/monero-api';

/**
 * The object in a manifest, for what the operator makes of it; undefined while
 * it breaks a rule, for then nothing is made of it.
 */
export function objectIn(text: string): MoneroObject | undefined {
  try {
    const raw = parse(text);
    switch (raw?.kind) {
      case 'MoneroNetwork':
        return parseNetwork(raw);
      case 'MoneroMiningNodeSet':
        return parseMiningNodeSet(raw);
      default:
        return parseNodeSet(raw);
    }
  } catch {
    return undefined;
  }
}
