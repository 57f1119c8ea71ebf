import { WireReader } from '../wire';

/** Which address of a wallet. */
export interface SubaddressIndex {
  /** Of the account. */
  major: number;
  /** Within the account; 0 is its own address. */
  minor: number;
}

/** Reads an index, wherever an answer holds one. */
export const decodeIndex = (wire: WireReader): SubaddressIndex => ({
  major: wire.count('major'),
  minor: wire.count('minor'),
});
