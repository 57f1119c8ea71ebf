import { Endpoint } from '../endpoint';

/** One output: its amount (0 since amounts are hidden) and position among those. */
export interface OutputId {
  amountAtomicUnits: bigint;
  index: bigint;
}

/** An output of some transaction. */
export interface Output {
  key: string;
  mask: string;
  unlocked: boolean;
  /** Index of the block that it is in. */
  blockIndex: number;
  transactionHash: string;
}

/** Outputs, in the order asked for; restricted listeners give at most 5,000. */
export const getOutputs: Endpoint<{ outputs: readonly OutputId[] }, Output[]> =
  {
    name: 'get_outs',
    style: 'path',
    encode: ({ outputs }) => ({
      outputs: outputs.map(({ amountAtomicUnits, index }) => ({
        amount: amountAtomicUnits,
        index,
      })),
      get_txid: true,
    }),
    decode: wire =>
      wire.list('outs', entry => ({
        key: entry.hash('key'),
        mask: entry.hash('mask'),
        unlocked: entry.boolean('unlocked'),
        blockIndex: entry.count('height'),
        transactionHash: entry.hash('txid'),
      })),
  };
