import { walletMethod } from '../walletMethod';

/** Hands in what another wallet signed. @returns hashes of the transactions */
export const submitTransfer = walletMethod<{ signedSet: string }, string[]>(
  'submit_transfer',
  {
    encode: ({ signedSet }) => ({ tx_data_hex: signedSet }),
    decode: wire => wire.hashes('tx_hash_list'),
  },
);
