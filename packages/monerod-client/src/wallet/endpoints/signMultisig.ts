import { walletMethod } from '../walletMethod';

/** A set with one signature more. */
export interface MultisigSignature {
  multisigSet: string;
  /** None until enough have signed. */
  hashes: string[];
}

/** Signs what another signer made. */
export const signMultisig = walletMethod<
  { multisigSet: string },
  MultisigSignature
>('sign_multisig', {
  encode: ({ multisigSet }) => ({ tx_data_hex: multisigSet }),
  decode: wire => ({
    multisigSet: wire.string('tx_data_hex'),
    hashes: wire.hashes('tx_hash_list'),
  }),
});
