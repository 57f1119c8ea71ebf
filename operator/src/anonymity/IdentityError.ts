/** What is wrong with an identity. */
export type IdentityErrorCode =
  | 'Missing'
  | 'Length'
  | 'Format'
  | 'Seed'
  | 'Swapped'
  | 'Mismatch';

/**
 * Keys that cannot be used. The message says which entry of the Secret is
 * wrong, in what, and what to write instead; it never holds key material.
 */
export class IdentityError extends Error {
  readonly name = 'IdentityError';

  constructor(readonly code: IdentityErrorCode, message: string) {
    super(message);
  }
}
