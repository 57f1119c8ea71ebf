/**
 * What can be wrong with an address, in the order in which it is looked at.
 *
 * - `InvalidLength`: not 95 characters, nor 106 as integrated addresses have.
 * - `InvalidCharacter`: a character that addresses never contain (`position`).
 * - `InvalidBlock`: characters that encode no bytes; the block that starts at
 *   `position` has a wrong one.
 * - `Checksum`: mistyped, or not complete. `typo` says where, if that is plain.
 * - `UnknownPrefix`: well-formed, and of no network and kind of Monero.
 * - `LengthOfOtherKind`: the prefix of one kind with the length of another.
 * - `InvalidKey`: one of its keys is no point of the curve (`key`).
 * - `WrongNetwork`: a good address of another network than the one asked for.
 */
export type AddressErrorCode =
  | 'InvalidLength'
  | 'InvalidCharacter'
  | 'InvalidBlock'
  | 'Checksum'
  | 'UnknownPrefix'
  | 'LengthOfOtherKind'
  | 'InvalidKey'
  | 'WrongNetwork';

/** The one change of one character that makes the address a good one. */
export interface AddressTypo {
  /** From 0. */
  position: number;
  found: string;
  expected: string;
}

/** Facts of a failure beyond its code and message. */
export interface AddressErrorDetails {
  /** Index of the wrong character or block in the text, from 0. */
  position?: number;
  /**
   * For people to compare with where the address came from. Never correct it
   * for them: a wrong guess sends money to nobody.
   */
  typo?: AddressTypo;
  /** Which key is no point. */
  key?: 'publicSpendKey' | 'publicViewKey';
}

/** The only class of error that parsing and encoding addresses throws. */
export class AddressError extends Error {
  readonly code: AddressErrorCode;
  readonly position?: number;
  readonly typo?: AddressTypo;
  readonly key?: 'publicSpendKey' | 'publicViewKey';

  constructor(
    code: AddressErrorCode,
    message: string,
    details: AddressErrorDetails = {},
  ) {
    super(message);
    this.name = 'AddressError';
    this.code = code;
    Object.assign(this, details);
  }
}
