import { blob, fixedHex, object, optionalList, text } from '../../storage';
import { binaryCall } from './binaryCall';
import { count } from './numbers';

/** Positions of a transaction's outputs among all of the same amount. */
export const getOutputIndices = binaryCall({
  name: 'get_o_indexes.bin',
  request: object({ txid: blob(fixedHex(32)) }),
  answer: object({ status: text(), o_indexes: optionalList(count()) }),
  encode: ({ hash }: { hash: string }) => ({ txid: hash }),
  decode: ({ o_indexes: indices }): number[] => indices,
});
