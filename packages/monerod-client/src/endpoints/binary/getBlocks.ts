import {
  blob,
  blobList,
  bool,
  bytes,
  fixedHex,
  named,
  object,
  optional,
  optionalList,
  text,
  u8,
  withDefault,
} from '../../storage';
import { binaryCall } from './binaryCall';
import {
  BlockBlobs,
  blockList,
  blockOf,
  outputIndexLists,
} from './completeBlock';
import { count } from './numbers';

/** Whether blocks are wanted, or the pool, or both. */
const WANTED = { blocks: 0, blocksAndPool: 1, pool: 2 } as const;

/** Which blocks, and how much of them. */
export interface GetBlocksParams {
  /**
   * Hashes of blocks that one has: the newest ten, then ever fewer, and the
   * first block last. Blocks follow from the newest that the daemon has too.
   */
  known?: readonly string[];
  /** Or the index of the first block, from 1 on. */
  first?: number;
  /** Leave out what only proves that transactions are valid. */
  prune?: boolean;
  /** Leave the output indices of rewards out. */
  withoutRewards?: boolean;
  /** At most so many; 1,000 is the daemon's own limit. 0.18.4.0 and older do not know it, and send all. */
  maxBlocks?: number;
  /** `blocks` unless said. From 0.18.3 on. */
  want?: keyof typeof WANTED;
  /** Only what changed in the pool since then: `daemonTimeSeconds` of the answer before. */
  poolSinceSeconds?: number;
}

/** What waits for a block, all or what changed. */
export interface PoolBlobs {
  /** `true`: `added` is the whole pool. */
  whole: boolean;
  added: { hash: string; blob: Uint8Array; doubleSpendSeen: boolean }[];
  /** Hashes of others that were added, where there was no room for them. */
  alsoAdded: string[];
  removed: string[];
}

/** Blocks in a row. */
export interface Blocks {
  /** Index of the first block. */
  first: number;
  blocks: (BlockBlobs & {
    /** Of each transaction, the one that rewards the miner first: positions of its outputs among all of the same amount. */
    outputIndices: number[][];
  })[];
  /** Height of the daemon's chain. */
  height: number;
  /** Clock of the daemon; absent before 0.18.3. */
  daemonTimeSeconds?: number;
  /** Present where it was wanted. */
  pool?: PoolBlobs;
}

const HASHES = () => blobList(fixedHex(32));

const request = object({
  requested_info: withDefault(u8(), 0),
  block_ids: HASHES(),
  start_height: count(),
  prune: bool(),
  no_miner_tx: withDefault(bool(), false),
  pool_info_since: withDefault(count(), 0),
  max_block_count: withDefault(count(), 0),
});

const answer = object({
  status: text(),
  blocks: blockList(),
  start_height: count(),
  current_height: count(),
  output_indices: outputIndexLists(),
  daemon_time: optional(count()),
  pool_info_extent: withDefault(u8(), 0),
  added_pool_txs: optionalList(
    object({
      hash: named('tx_hash', blob(fixedHex(32))),
      blob: named('tx_blob', bytes()),
      doubleSpendSeen: named('double_spend_seen', bool()),
    }),
  ),
  remaining_added_pool_txids: optional(HASHES()),
  removed_pool_txids: optional(HASHES()),
});

/** As in monerod's POOL_INFO_EXTENT. */
const EXTENT = { none: 0, whole: 2 };

/**
 * Blocks in a row with their transactions, as wallets ask for them. They may
 * be larger than a client takes: see `maxResponseBytes`.
 */
export const getBlocks = binaryCall({
  name: 'get_blocks.bin',
  request,
  answer,
  encode: (params: GetBlocksParams) => ({
    requested_info: WANTED[params.want ?? 'blocks'],
    block_ids: [...(params.known ?? [])],
    start_height: params.first ?? 0,
    prune: params.prune ?? false,
    no_miner_tx: params.withoutRewards ?? false,
    pool_info_since: params.poolSinceSeconds ?? 0,
    max_block_count: params.maxBlocks ?? 0,
  }),
  decode: (wire): Blocks => ({
    first: wire.start_height,
    blocks: wire.blocks.map((block, index) => ({
      ...blockOf(block),
      outputIndices: (wire.output_indices[index]?.indices ?? []).map(
        ({ indices }) => indices,
      ),
    })),
    height: wire.current_height,
    daemonTimeSeconds: wire.daemon_time,
    pool:
      wire.pool_info_extent === EXTENT.none
        ? undefined
        : {
            whole: wire.pool_info_extent === EXTENT.whole,
            added: wire.added_pool_txs,
            alsoAdded: wire.remaining_added_pool_txids ?? [],
            removed: wire.removed_pool_txids ?? [],
          },
  }),
});
