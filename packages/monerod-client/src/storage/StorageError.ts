/**
 * What can be wrong with bytes, or with a value that should become bytes.
 *
 * - `BadMagic`: does not begin as portable storage does.
 * - `Truncated`: ends too early, or announces more than there is.
 * - `TrailingBytes`: more bytes than the value takes.
 * - `UnknownType`: a type byte that does not exist.
 * - `WrongType`: a field is of another type than the schema says.
 * - `MissingField`: a field that the schema requires is not there.
 * - `DuplicateField`: a field is there twice.
 * - `BadName`: an empty name, or one that does not fit.
 * - `BadValue`: of the right type, but not a value that is allowed.
 * - `TooDeep`, `TooManyObjects`, `TooManyFields`, `TooManyStrings`: beyond the
 *   limits.
 */
export type StorageErrorCode =
  | 'BadMagic'
  | 'Truncated'
  | 'TrailingBytes'
  | 'UnknownType'
  | 'WrongType'
  | 'MissingField'
  | 'DuplicateField'
  | 'BadName'
  | 'BadValue'
  | 'TooDeep'
  | 'TooManyObjects'
  | 'TooManyFields'
  | 'TooManyStrings';

/** Where an error is. */
export interface StoragePlace {
  /** Such as `local_peerlist_new[3].adr.type`; empty at the outermost object. */
  path: string;
  /** Index of the byte at which reading stopped; absent while writing. */
  offset?: number;
}

/** The only error that the codecs of portable storage throw. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly path: string;
  readonly offset?: number;

  constructor(
    code: StorageErrorCode,
    message: string,
    { path, offset }: StoragePlace,
  ) {
    const where = path === '' ? '' : `${path}: `;
    const at = offset === undefined ? '' : ` (at byte ${offset})`;
    super(`${where}${message}${at}`);
    this.name = 'StorageError';
    this.code = code;
    this.path = path;
    if (offset !== undefined) {
      this.offset = offset;
    }
  }
}
