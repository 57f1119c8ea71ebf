import {
  blob,
  bool,
  bytes,
  fixedHex,
  object,
  optionalList,
  StorageType,
  ValueOf,
  withDefault,
} from '../../storage';
import { TAG } from '../../storage/wireTypes';
import { count } from './numbers';

const PRUNED_TRANSACTION = object({
  blob: bytes(),
  prunableHash: blob(fixedHex(32)),
});

/** A transaction as the network sends it. */
export interface TransactionBlob {
  blob: Uint8Array;
  /** Hash of what is left out; present where the block is pruned. */
  prunableHash?: string;
}

/** Whole transactions are strings, pruned ones objects. */
const TRANSACTION: StorageType<TransactionBlob> = {
  tag: TAG.string,
  write: (writer, value) => bytes().write(writer, value.blob),
  read: (reader, tag) =>
    tag === TAG.object
      ? PRUNED_TRANSACTION.read(reader, tag)
      : { blob: bytes().read(reader, tag) },
};

const fields = object({
  pruned: withDefault(bool(), false),
  block: bytes(),
  txs: optionalList(TRANSACTION),
});

/** A block with the transactions in it: monerod's `block_complete_entry`. */
export interface BlockBlobs {
  /** The block as the network sends it; the reward's transaction is inside. */
  blob: Uint8Array;
  /** The others, in the order of the block. */
  transactions: TransactionBlob[];
  /** What only proves that transactions are valid is left out. */
  pruned: boolean;
}

/** A list of blocks on the wire. */
export const blockList = () => optionalList(fields);

/** What a block of the wire says. */
export const blockOf = (wire: ValueOf<typeof fields>): BlockBlobs => ({
  blob: wire.block,
  transactions: wire.txs,
  pruned: wire.pruned,
});

/** Output indices: of each block, each transaction, each output. */
export const outputIndexLists = () =>
  optionalList(
    object({
      indices: optionalList(object({ indices: optionalList(count()) })),
    }),
  );
