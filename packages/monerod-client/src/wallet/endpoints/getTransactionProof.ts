import { walletMethod } from '../walletMethod';

/** What to prove. */
export interface TransactionProofParams {
  hash: string;
  address: string;
  /** Becomes part of the proof, against reuse. */
  message?: string;
}

/** Proves that a transaction paid to an address, as its sender or its receiver. @returns the proof */
export const getTransactionProof = walletMethod<TransactionProofParams, string>(
  'get_tx_proof',
  {
    encode: ({ hash, address, message }) => ({
      txid: hash,
      address,
      message: message ?? '',
    }),
    decode: wire => wire.string('signature'),
  },
);
