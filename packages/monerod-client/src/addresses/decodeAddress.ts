import { pointOf } from '../keys/curve';
import { Address, PAYMENT_ID_BYTES, sizeOf } from './address';
import { AddressError } from './AddressError';
import { decodeBase58 } from './base58';
import { checksumHolds } from './checksum';
import { kindOfPrefix } from './prefixes';

function requirePoints(address: Address): void {
  for (const key of ['publicSpendKey', 'publicViewKey'] as const) {
    try {
      pointOf(key, address[key]);
    } catch {
      throw new AddressError(
        'InvalidKey',
        `The public ${
          key === 'publicSpendKey' ? 'spend' : 'view'
        } key is no point of the curve: nobody can own this address`,
        { key },
      );
    }
  }
}

/** Reads bytes whose checksum holds. */
function addressOf(bytes: Uint8Array): Address {
  const known = kindOfPrefix(bytes[0]);
  if (!known) {
    throw new AddressError(
      'UnknownPrefix',
      `Prefix ${bytes[0]} is no network of Monero's: is this an address of another coin?`,
      { position: 0 },
    );
  }
  const { nettype, kind } = known;
  if (bytes.length !== sizeOf(kind)) {
    throw new AddressError(
      'LengthOfOtherKind',
      `Prefix ${bytes[0]} says ${kind} address, which has not ${
        bytes.length
      } bytes but ${sizeOf(kind)}`,
    );
  }
  const keys = {
    publicSpendKey: bytes.slice(1, 33),
    publicViewKey: bytes.slice(33, 65),
  };
  const address: Address =
    kind === 'integrated'
      ? {
          kind,
          nettype,
          ...keys,
          paymentId: bytes.slice(65, 65 + PAYMENT_ID_BYTES),
        }
      : { kind, nettype, ...keys };
  requirePoints(address);
  return address;
}

/**
 * Reads an address of any length, without looking for typos.
 *
 * @throws AddressError
 */
export function decodeAddress(text: string): Address {
  const bytes = decodeBase58(text);
  if (!checksumHolds(bytes)) {
    throw new AddressError('Checksum', 'The checksum does not hold');
  }
  return addressOf(bytes);
}
