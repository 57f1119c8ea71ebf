import { WireReader } from '../wire';
import { decodeIndex, SubaddressIndex } from './SubaddressIndex';

/** Money that came in with a payment id. */
export interface Payment {
  paymentId: string;
  transactionHash: string;
  amountAtomicUnits: bigint;
  /** Index of the block that it is in. */
  blockIndex: number;
  /** Block index or Unix time until which the sender locked it; 0: not at all. */
  unlockTime: bigint;
  locked: boolean;
  subaddress: SubaddressIndex;
  address: string;
}

/** Reads a payment, wherever an answer holds one. */
export const decodePayment = (wire: WireReader): Payment => ({
  paymentId: wire.string('payment_id'),
  transactionHash: wire.hash('tx_hash'),
  amountAtomicUnits: wire.uint64('amount'),
  blockIndex: wire.count('block_height'),
  unlockTime: wire.uint64('unlock_time'),
  locked: wire.boolean('locked'),
  subaddress: decodeIndex(wire.object('subaddr_index')),
  address: wire.string('address'),
});
