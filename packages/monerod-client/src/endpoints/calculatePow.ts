import { Endpoint } from '../endpoint';

/** What to hash, by which rules. */
export interface CalculatePowParams {
  majorVersion: number;
  /** Index that the block has, or would have. */
  index: number;
  /** Hashing blob of a block, in hexadecimal. */
  blob: string;
  seedHash: string;
}

/** Hash that decides whether a block is hard enough. Unrestricted listeners only. */
export const calculatePow: Endpoint<CalculatePowParams, string> = {
  name: 'calc_pow',
  style: 'json-rpc',
  bare: true,
  timeoutMs: 60_000,
  encode: ({ majorVersion, index, blob, seedHash }) => ({
    major_version: majorVersion,
    height: index,
    block_blob: blob,
    seed_hash: seedHash,
  }),
  decode: wire => wire.hash('result'),
};
