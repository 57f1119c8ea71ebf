import { Endpoint } from '../endpoint';

/** For whom to mine. */
export interface BlockTemplateParams {
  walletAddress: string;
  /** Room to leave for the miner's own data, 0 to 255 bytes. */
  reserveBytes: number;
}

/** A block to find the nonce of. */
export interface BlockTemplate {
  /** Where the block will stand: the present height of the chain. */
  index: number;
  previousHash: string;
  difficulty: bigint;
  expectedRewardAtomicUnits: bigint;
  /** The block in hexadecimal; its nonce is to be replaced. */
  blob: string;
  /** What is hashed, in hexadecimal. */
  hashingBlob: string;
  /** Where the miner's own data begin in the blob. */
  reservedOffsetBytes: number;
  /** Key of RandomX now, the index it is of, and the next key where it is known. */
  seedHash: string;
  seedIndex: number;
  nextSeedHash?: string;
}

/** A block for miners. `RpcError` (-9) until the daemon has caught up. */
export const getBlockTemplate: Endpoint<BlockTemplateParams, BlockTemplate> = {
  name: 'get_block_template',
  style: 'json-rpc',
  encode: ({ walletAddress, reserveBytes }) => ({
    wallet_address: walletAddress,
    reserve_size: reserveBytes,
  }),
  decode: wire => ({
    index: wire.count('height'),
    previousHash: wire.hash('prev_hash'),
    difficulty: wire.hexNumber('wide_difficulty'),
    expectedRewardAtomicUnits: wire.uint64('expected_reward'),
    blob: wire.hex('blocktemplate_blob'),
    hashingBlob: wire.hex('blockhashing_blob'),
    reservedOffsetBytes: wire.count('reserved_offset'),
    seedHash: wire.hash('seed_hash'),
    seedIndex: wire.count('seed_height'),
    nextSeedHash: wire.string('next_seed_hash')
      ? wire.hash('next_seed_hash')
      : undefined,
  }),
};
