import { PublicKeys } from '../keys';
import { AddressKind, AddressNettype } from './prefixes';

/** Bytes of a payment id. */
export const PAYMENT_ID_BYTES = 8;

/** Bytes at the end that guard the others: the beginning of their Keccak-256. */
export const CHECKSUM_BYTES = 4;

/** An address without payment id. */
export interface PlainAddress extends PublicKeys {
  kind: Exclude<AddressKind, 'integrated'>;
  nettype: AddressNettype;
}

/** A standard address that carries a payment id. */
export interface IntegratedAddress extends PublicKeys {
  kind: 'integrated';
  nettype: AddressNettype;
  /** 8 bytes that tell the receiver who pays for what. */
  paymentId: Uint8Array;
}

/** What an address says. */
export type Address = PlainAddress | IntegratedAddress;

/** Bytes of an address: prefix, keys, payment id, checksum. */
export function sizeOf(kind: AddressKind): number {
  const paymentId = kind === 'integrated' ? PAYMENT_ID_BYTES : 0;
  return 1 + 32 + 32 + paymentId + CHECKSUM_BYTES;
}
