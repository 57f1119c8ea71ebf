import { Endpoint } from '../endpoint';
import { BlockHeader, decodeBlockHeader } from './getLastBlockHeader';

/** Which block: by hash, or by its index in the main chain. */
export type BlockId = { hash: string } | { index: number };

/** A block without the bodies of its transactions. */
export interface Block {
  header: BlockHeader;
  minerTransactionHash: string;
  /** Without the one that rewards the miner. */
  transactionHashes: string[];
  /** The block as the network sends it, in hexadecimal. */
  blob: string;
}

/** A block. */
export const getBlock: Endpoint<BlockId, Block> = {
  name: 'get_block',
  style: 'json-rpc',
  encode: id => ('hash' in id ? { hash: id.hash } : { height: id.index }),
  decode: wire => ({
    header: decodeBlockHeader(wire.object('block_header')),
    minerTransactionHash: wire.hash('miner_tx_hash'),
    transactionHashes: wire.hashes('tx_hashes'),
    blob: wire.hex('blob'),
  }),
};
