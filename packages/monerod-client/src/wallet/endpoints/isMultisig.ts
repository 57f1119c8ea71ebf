import { walletMethod } from '../walletMethod';

/** Of how many signers a wallet is, and how far they have come. */
export interface MultisigState {
  multisig: boolean;
  /** The signers have exchanged all that the wallet needs. */
  ready: boolean;
  /** The exchange of keys is done; absent before 0.18.3. */
  keysExchanged?: boolean;
  /** How many have to sign. */
  threshold: number;
  /** How many signers there are. */
  total: number;
}

/** Whether this is a multisig wallet. */
export const isMultisig = walletMethod<void, MultisigState>('is_multisig', {
  decode: wire => ({
    multisig: wire.boolean('multisig'),
    ready: wire.boolean('ready'),
    keysExchanged: wire.has('kex_is_done')
      ? wire.boolean('kex_is_done')
      : undefined,
    threshold: wire.count('threshold'),
    total: wire.count('total'),
  }),
});
