/**
 * What can be wrong with a key.
 *
 * - `InvalidLength`: not 32 bytes, or a payment id that is not 8 bytes.
 * - `NotReduced`: a secret key that is not below the order of the group.
 * - `InvalidPoint`: a public key that is no point of the curve.
 * - `InvalidIndex`: a part of a subaddress index that is no 32-bit number.
 */
export type KeyErrorCode =
  | 'InvalidLength'
  | 'NotReduced'
  | 'InvalidPoint'
  | 'InvalidIndex';

/** What functions of keys throw. Its message names the key, never its value. */
export class KeyError extends Error {
  readonly code: KeyErrorCode;
  /** Name of the argument that is wrong, such as `secretSpendKey`. */
  readonly field: string;

  constructor(code: KeyErrorCode, field: string, message: string) {
    super(`${field}: ${message}`);
    this.name = 'KeyError';
    this.code = code;
    this.field = field;
  }
}

/** @throws KeyError `InvalidLength` */
export function requireLength(
  field: string,
  bytes: Uint8Array,
  length: number,
): void {
  if (bytes.length !== length) {
    throw new KeyError(
      'InvalidLength',
      field,
      `${bytes.length} bytes; give ${length}`,
    );
  }
}
