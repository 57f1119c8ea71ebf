import { walletMethod } from '../walletMethod';
import type { Received } from './checkTransactionKey';
import type { TransactionProofParams } from './getTransactionProof';

/** Whether a proof is good, and of what; a bad one proves nothing. */
export type ProofVerdict = ({ good: true } & Received) | { good: false };

/** Checks a proof of `getTransactionProof`. */
export const checkTransactionProof = walletMethod<
  TransactionProofParams & { signature: string },
  ProofVerdict
>('check_tx_proof', {
  encode: ({ hash, address, message, signature }) => ({
    txid: hash,
    address,
    message: message ?? '',
    signature,
  }),
  decode: wire =>
    wire.boolean('good')
      ? {
          good: true,
          receivedAtomicUnits: wire.uint64('received'),
          inPool: wire.boolean('in_pool'),
          confirmations: wire.count('confirmations'),
        }
      : { good: false },
});
