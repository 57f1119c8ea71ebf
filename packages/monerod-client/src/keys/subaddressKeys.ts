import { bytesToNumberLE } from '@noble/curves/utils.js';
import {
  hashToScalar,
  KEY_BYTES,
  multiply,
  multiplyBase,
  pointOf,
  scalarOf,
} from './curve';
import { KeyError } from './KeyError';
import { PublicKeys, ViewKeys } from './walletKeys';

/** Where a subaddress stands in its wallet. Both are 32-bit numbers. */
export interface SubaddressIndex {
  /** The account. */
  major: number;
  /** The address within the account. */
  minor: number;
}

const MAX_INDEX = 0xff_ff_ff_ff;
const DOMAIN = new TextEncoder().encode('SubAddr\0');

function requireIndex(field: string, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > MAX_INDEX) {
    throw new KeyError(
      'InvalidIndex',
      field,
      `${value}; give a whole number from 0 to ${MAX_INDEX}`,
    );
  }
}

/** True for 0, 0: the wallet's standard address, which is no subaddress. */
export function isMainIndex({ major, minor }: SubaddressIndex): boolean {
  return major === 0 && minor === 0;
}

/**
 * The public keys of a subaddress: D = B + m·G and C = a·D with
 * m = H("SubAddr\0" ‖ a ‖ major ‖ minor), a the secret view key and B the
 * public spend key. At 0, 0 they are the wallet's own.
 *
 * @throws KeyError `InvalidLength`, `InvalidPoint`, `NotReduced` or `InvalidIndex`
 */
export function subaddressKeys(
  keys: Pick<ViewKeys, 'publicSpendKey' | 'secretViewKey'>,
  index: SubaddressIndex,
): PublicKeys {
  requireIndex('major', index.major);
  requireIndex('minor', index.minor);
  const spend = pointOf('publicSpendKey', keys.publicSpendKey);
  const view = scalarOf('secretViewKey', keys.secretViewKey);
  if (isMainIndex(index)) {
    return {
      publicSpendKey: spend.toBytes(),
      publicViewKey: multiplyBase(view).toBytes(),
    };
  }
  const data = new Uint8Array(DOMAIN.length + KEY_BYTES + 8);
  data.set(DOMAIN);
  data.set(keys.secretViewKey, DOMAIN.length);
  const numbers = new DataView(data.buffer, DOMAIN.length + KEY_BYTES);
  numbers.setUint32(0, index.major, true);
  numbers.setUint32(4, index.minor, true);
  const offset = multiplyBase(bytesToNumberLE(hashToScalar(data)));
  const subSpend = spend.add(offset);
  return {
    publicSpendKey: subSpend.toBytes(),
    publicViewKey: multiply(subSpend, view).toBytes(),
  };
}
