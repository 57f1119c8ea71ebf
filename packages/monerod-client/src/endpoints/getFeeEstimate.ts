import { Endpoint } from '../endpoint';

/** What a transaction should pay. */
export interface FeeEstimate {
  /** For each byte of weight. */
  feePerByteAtomicUnits: bigint;
  /** The same for four priorities, from slow to fastest. */
  feesPerByteAtomicUnits: bigint[];
  /** A fee is rounded up to a multiple of this. */
  quantizationAtomicUnits: bigint;
}

/** What a transaction should pay to be mined within some blocks. */
export const getFeeEstimate: Endpoint<
  { graceBlocks?: number } | void,
  FeeEstimate
> = {
  name: 'get_fee_estimate',
  style: 'json-rpc',
  encode: params => ({ grace_blocks: params?.graceBlocks ?? 0 }),
  decode: wire => ({
    feePerByteAtomicUnits: wire.uint64('fee'),
    feesPerByteAtomicUnits: wire.uint64s('fees'),
    quantizationAtomicUnits: wire.uint64('quantization_mask'),
  }),
};
