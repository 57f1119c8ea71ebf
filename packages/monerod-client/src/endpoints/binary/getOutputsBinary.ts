import {
  blob,
  bool,
  fixedHex,
  list,
  object,
  optionalList,
  text,
  u64,
} from '../../storage';
import type { Output, OutputId } from '../getOutputs';
import { binaryCall } from './binaryCall';
import { count } from './numbers';

const KEY = () => blob(fixedHex(32));

/** As `getOutputs`, in a third of the bytes. */
export const getOutputsBinary = binaryCall({
  name: 'get_outs.bin',
  request: object({
    outputs: list(object({ amount: u64(), index: u64() })),
    get_txid: bool(),
  }),
  answer: object({
    status: text(),
    outs: optionalList(
      object({
        key: KEY(),
        mask: KEY(),
        unlocked: bool(),
        height: count(),
        txid: KEY(),
      }),
    ),
  }),
  encode: ({ outputs }: { outputs: readonly OutputId[] }) => ({
    outputs: outputs.map(({ amountAtomicUnits, index }) => ({
      amount: amountAtomicUnits,
      index,
    })),
    get_txid: true,
  }),
  decode: ({ outs }): Output[] =>
    outs.map(({ key, mask, unlocked, height, txid }) => ({
      key,
      mask,
      unlocked,
      blockIndex: height,
      transactionHash: txid,
    })),
});
