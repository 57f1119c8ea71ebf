import { decodeIndex, SubaddressIndex } from '../SubaddressIndex';
import { walletMethod } from '../walletMethod';

/** Which outputs. */
export interface IncomingTransfersParams {
  /** `available`: not spent; `unavailable`: spent. */
  which: 'all' | 'available' | 'unavailable';
  /** 0 unless said. */
  accountIndex?: number;
  addressIndices?: readonly number[];
}

/** An output of the wallet. */
export interface WalletOutput {
  amountAtomicUnits: bigint;
  spent: boolean;
  frozen: boolean;
  /** It can be spent by now. */
  unlocked: boolean;
  /** Index of the block that it is in. */
  blockIndex: number;
  transactionHash: string;
  /** Absent where the wallet does not know it, as view-only wallets. */
  keyImage?: string;
  publicKey: string;
  /** Position among all outputs of the chain with the same amount. */
  globalIndex: number;
  subaddress: SubaddressIndex;
}

/** Outputs that came in. */
export const incomingTransfers = walletMethod<
  IncomingTransfersParams,
  WalletOutput[]
>('incoming_transfers', {
  encode: ({ which, accountIndex, addressIndices }) => ({
    transfer_type: which,
    account_index: accountIndex ?? 0,
    subaddr_indices: addressIndices,
  }),
  decode: wire =>
    wire.list('transfers', each => ({
      amountAtomicUnits: each.uint64('amount'),
      spent: each.boolean('spent'),
      frozen: each.boolean('frozen'),
      unlocked: each.boolean('unlocked'),
      blockIndex: each.count('block_height'),
      transactionHash: each.hash('tx_hash'),
      keyImage: each.optionalHex('key_image'),
      publicKey: each.hash('pubkey'),
      globalIndex: each.count('global_index'),
      subaddress: decodeIndex(each.object('subaddr_index')),
    })),
});
