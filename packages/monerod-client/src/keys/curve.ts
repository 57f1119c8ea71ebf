import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { KeyError, requireLength } from './KeyError';

const { Point } = ed25519;

/** A point of the curve. */
export type CurvePoint = ReturnType<typeof Point.fromBytes>;

/** Bytes of a secret key, a public key, and a seed. */
export const KEY_BYTES = 32;

const ORDER = Point.Fn.ORDER;

/**
 * A little-endian number of any length modulo the order of the group: the
 * reference's `sc_reduce32`. Of a secret it makes a secret.
 */
export function scReduce32(bytes: Uint8Array): Uint8Array {
  return numberToBytesLE(bytesToNumberLE(bytes) % ORDER, KEY_BYTES);
}

/** The reference's `hash_to_scalar`: Keccak-256, reduced. */
export function hashToScalar(data: Uint8Array): Uint8Array {
  return scReduce32(keccak_256(data));
}

/**
 * The number that a secret key stands for.
 *
 * @throws KeyError `InvalidLength` or `NotReduced`
 */
export function scalarOf(field: string, secretKey: Uint8Array): bigint {
  requireLength(field, secretKey, KEY_BYTES);
  const scalar = bytesToNumberLE(secretKey);
  if (scalar >= ORDER) {
    throw new KeyError(
      'NotReduced',
      field,
      'is not below the order of the group; reduce it with scReduce32 if it is a seed',
    );
  }
  return scalar;
}

/**
 * The point that a public key stands for. Refuses what the reference refuses:
 * encodings that are not canonical, and points off the curve.
 *
 * @throws KeyError `InvalidLength` or `InvalidPoint`
 */
export function pointOf(field: string, publicKey: Uint8Array): CurvePoint {
  requireLength(field, publicKey, KEY_BYTES);
  try {
    return Point.fromBytes(publicKey);
  } catch {
    throw new KeyError('InvalidPoint', field, 'is no point of the curve');
  }
}

/** A multiple of a point. The number may be zero, as the reference allows. */
export function multiply(point: CurvePoint, scalar: bigint): CurvePoint {
  return scalar === 0n ? Point.ZERO : point.multiply(scalar);
}

/** The base point times a number. */
export function multiplyBase(scalar: bigint): CurvePoint {
  return multiply(Point.BASE, scalar);
}
