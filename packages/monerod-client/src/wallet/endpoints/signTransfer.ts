import { walletMethod } from '../walletMethod';

/** What to sign, and what to tell. */
export interface SignTransferParams {
  unsignedSet: string;
  /** Answer with the transactions themselves. */
  withHex?: boolean;
  /** Answer with the secret keys of the transactions. */
  withKeys?: boolean;
}

/** Signed transactions. */
export interface SignedSet {
  /** For `submitTransfer` of the view-only wallet. */
  signedSet: string;
  hashes: string[];
  /** Present when asked for. */
  hex: string[];
  /** SECRET. Present when asked for. */
  keys: string[];
}

/** Signs what a view-only wallet made, with the wallet that has the keys. */
export const signTransfer = walletMethod<SignTransferParams, SignedSet>(
  'sign_transfer',
  {
    encode: ({ unsignedSet, withHex, withKeys }) => ({
      unsigned_txset: unsignedSet,
      export_raw: withHex ?? false,
      get_tx_keys: withKeys ?? false,
    }),
    decode: wire => ({
      signedSet: wire.string('signed_txset'),
      hashes: wire.hashes('tx_hash_list'),
      hex: wire.strings('tx_raw_list'),
      keys: wire.strings('tx_key_list'),
    }),
  },
);
