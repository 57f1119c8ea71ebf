import { decodeDestination, Destination } from '../Transfer';
import { walletMethod } from '../walletMethod';

/** A set that waits for signatures, of one kind or the other. */
export type TransactionSet = { unsignedSet: string } | { multisigSet: string };

/** What a transaction would do. */
export interface TransferDescription {
  inAtomicUnits: bigint;
  outAtomicUnits: bigint;
  feeAtomicUnits: bigint;
  changeAtomicUnits: bigint;
  /** Empty where there is no change. */
  changeAddress: string;
  recipients: Destination[];
  ringSize: number;
  unlockTime: bigint;
  paymentId: string;
  /** Outputs of amount zero, for looks. */
  dummyOutputs: number;
  /** In hexadecimal. */
  extra: string;
}

/** Looks into a set before it is signed. */
export const describeTransfer = walletMethod<
  TransactionSet,
  TransferDescription[]
>('describe_transfer', {
  encode: set =>
    'unsignedSet' in set
      ? { unsigned_txset: set.unsignedSet }
      : { multisig_txset: set.multisigSet },
  decode: wire =>
    wire.list('desc', each => ({
      inAtomicUnits: each.uint64('amount_in'),
      outAtomicUnits: each.uint64('amount_out'),
      feeAtomicUnits: each.uint64('fee'),
      changeAtomicUnits: each.uint64('change_amount'),
      changeAddress: each.has('change_address')
        ? each.string('change_address')
        : '',
      recipients: each.list('recipients', decodeDestination),
      ringSize: each.count('ring_size'),
      unlockTime: each.uint64('unlock_time'),
      paymentId: each.string('payment_id'),
      dummyOutputs: each.count('dummy_outputs'),
      extra: each.hex('extra'),
    })),
});
