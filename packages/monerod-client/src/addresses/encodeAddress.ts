import type { Nettype } from '../endpoints/getInfo';
import {
  isMainIndex,
  SubaddressIndex,
  subaddressKeys,
} from '../keys/subaddressKeys';
import { PublicKeys, ViewKeys } from '../keys';
import { pointOf } from '../keys/curve';
import { requireLength } from '../keys/KeyError';
import { Address, CHECKSUM_BYTES, PAYMENT_ID_BYTES, sizeOf } from './address';
import { encodeBase58 } from './base58';
import { checksumOf } from './checksum';
import { addressNettypeOf, PREFIXES } from './prefixes';

/**
 * The text of an address.
 *
 * @throws KeyError naming a key or payment id of a wrong length, or a key that
 *   is no point
 */
export function encodeAddress(address: Address): string {
  pointOf('publicSpendKey', address.publicSpendKey);
  pointOf('publicViewKey', address.publicViewKey);
  const bytes = new Uint8Array(sizeOf(address.kind));
  bytes[0] = PREFIXES[address.nettype][address.kind];
  bytes.set(address.publicSpendKey, 1);
  bytes.set(address.publicViewKey, 33);
  if (address.kind === 'integrated') {
    requireLength('paymentId', address.paymentId, PAYMENT_ID_BYTES);
    bytes.set(address.paymentId, 65);
  }
  const end = bytes.length - CHECKSUM_BYTES;
  bytes.set(checksumOf(bytes.subarray(0, end)), end);
  return encodeBase58(bytes);
}

/**
 * The standard address of a wallet.
 *
 * @throws KeyError
 */
export function standardAddress(keys: PublicKeys, nettype: Nettype): string {
  const { publicSpendKey, publicViewKey } = keys;
  return encodeAddress({
    kind: 'standard',
    nettype: addressNettypeOf(nettype),
    publicSpendKey,
    publicViewKey,
  });
}

/**
 * The standard address of a wallet with a payment id in it.
 *
 * @param paymentId 8 bytes
 * @throws KeyError
 */
export function integratedAddress(
  keys: PublicKeys,
  paymentId: Uint8Array,
  nettype: Nettype,
): string {
  const { publicSpendKey, publicViewKey } = keys;
  return encodeAddress({
    kind: 'integrated',
    nettype: addressNettypeOf(nettype),
    publicSpendKey,
    publicViewKey,
    paymentId,
  });
}

/**
 * A subaddress of a wallet; at 0, 0 its standard address.
 *
 * @throws KeyError
 */
export function subaddress(
  keys: Pick<ViewKeys, 'publicSpendKey' | 'secretViewKey'>,
  index: SubaddressIndex,
  nettype: Nettype,
): string {
  return encodeAddress({
    kind: isMainIndex(index) ? 'standard' : 'subaddress',
    nettype: addressNettypeOf(nettype),
    ...subaddressKeys(keys, index),
  });
}
