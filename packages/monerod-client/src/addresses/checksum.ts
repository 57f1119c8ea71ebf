import { keccak_256 } from '@noble/hashes/sha3.js';
import { CHECKSUM_BYTES } from './address';

/** The checksum of an address without it. */
export function checksumOf(body: Uint8Array): Uint8Array {
  return keccak_256(body).subarray(0, CHECKSUM_BYTES);
}

/** True when the last bytes are the checksum of those before them. */
export function checksumHolds(bytes: Uint8Array): boolean {
  const end = bytes.length - CHECKSUM_BYTES;
  return checksumOf(bytes.subarray(0, end)).every(
    (byte, index) => byte === bytes[end + index],
  );
}
