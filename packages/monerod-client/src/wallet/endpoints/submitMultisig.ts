import { walletMethod } from '../walletMethod';

/** Hands in what enough signers signed. @returns hashes of the transactions */
export const submitMultisig = walletMethod<{ multisigSet: string }, string[]>(
  'submit_multisig',
  {
    encode: ({ multisigSet }) => ({ tx_data_hex: multisigSet }),
    decode: wire => wire.hashes('tx_hash_list'),
  },
);
