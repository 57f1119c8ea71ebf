import { walletMethod } from '../walletMethod';

/** What the others gave, and how many have to sign. */
export interface MakeMultisigParams {
  infos: readonly string[];
  threshold: number;
  password?: string;
}

/** What comes of a round of the exchange. */
export interface MultisigRound {
  /** Empty until the wallet is ready. */
  address: string;
  /** For the next round; empty after the last one. */
  info: string;
}

/** Makes a multisig wallet of what all signers prepared. */
export const makeMultisig = walletMethod<MakeMultisigParams, MultisigRound>(
  'make_multisig',
  {
    encode: ({ infos, threshold, password }) => ({
      multisig_info: infos,
      threshold,
      password: password ?? '',
    }),
    decode: wire => ({
      address: wire.string('address'),
      info: wire.string('multisig_info'),
    }),
  },
);
