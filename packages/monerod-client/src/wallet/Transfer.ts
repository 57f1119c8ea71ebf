import { WireReader } from '../wire';
import { decodeIndex, SubaddressIndex } from './SubaddressIndex';

/** Who gets how much. */
export interface Destination {
  address: string;
  amountAtomicUnits: bigint;
}

/** Money that came in or went out. */
export interface Transfer {
  transactionHash: string;
  /** Such as `in`, `out`, `pending`, `failed`, `pool`, `block`. */
  type: string;
  /** Of all outputs together; without the fee. */
  amountAtomicUnits: bigint;
  /** Of each output that came in. */
  amountsAtomicUnits: bigint[];
  feeAtomicUnits: bigint;
  /** Index of the block that it is in; 0 while it is in none. */
  blockIndex: number;
  /** Unix time. */
  timestampSeconds: number;
  /** 0 while it is in no block. */
  confirmations: number;
  /** After how many confirmations an amount of this size is safe, as the wallet sees it. */
  suggestedConfirmations: number;
  /** Block index or Unix time until which the sender locked it; 0: not at all. */
  unlockTime: bigint;
  locked: boolean;
  /** Zeros: none. */
  paymentId: string;
  note: string;
  /** Where it went, as far as this wallet knows. */
  destinations: Destination[];
  address: string;
  subaddress: SubaddressIndex;
  subaddresses: SubaddressIndex[];
  doubleSpendSeen: boolean;
}

/** Reads who gets how much. */
export const decodeDestination = (wire: WireReader): Destination => ({
  address: wire.string('address'),
  amountAtomicUnits: wire.uint64('amount'),
});

/** How the wallet wants to be told who gets how much. */
export const encodeDestination = (each: Destination) => ({
  address: each.address,
  amount: each.amountAtomicUnits,
});

/** Reads a transfer, wherever an answer holds one. */
export const decodeTransfer = (wire: WireReader): Transfer => ({
  transactionHash: wire.hash('txid'),
  type: wire.string('type'),
  amountAtomicUnits: wire.uint64('amount'),
  amountsAtomicUnits: wire.uint64s('amounts'),
  feeAtomicUnits: wire.uint64('fee'),
  blockIndex: wire.count('height'),
  timestampSeconds: wire.count('timestamp'),
  confirmations: wire.optionalCount('confirmations') ?? 0,
  suggestedConfirmations: wire.count('suggested_confirmations_threshold'),
  unlockTime: wire.uint64('unlock_time'),
  locked: wire.boolean('locked'),
  paymentId: wire.string('payment_id'),
  note: wire.string('note'),
  destinations: wire.list('destinations', decodeDestination),
  address: wire.string('address'),
  subaddress: decodeIndex(wire.object('subaddr_index')),
  subaddresses: wire.list('subaddr_indices', decodeIndex),
  doubleSpendSeen: wire.boolean('double_spend_seen'),
});
