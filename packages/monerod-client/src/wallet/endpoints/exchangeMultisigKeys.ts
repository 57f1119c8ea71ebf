import { walletMethod } from '../walletMethod';
import type { MultisigRound } from './makeMultisig';

/** What the others gave in the round before. */
export interface ExchangeMultisigKeysParams {
  infos: readonly string[];
  password?: string;
  /** Go on with what only some of the others gave. */
  force?: boolean;
}

/** One more round of the exchange; as many as it takes until there is an address and nothing to hand on. */
export const exchangeMultisigKeys = walletMethod<
  ExchangeMultisigKeysParams,
  MultisigRound
>('exchange_multisig_keys', {
  encode: ({ infos, password, force }) => ({
    multisig_info: infos,
    password: password ?? '',
    force_update_use_with_caution: force ?? false,
  }),
  decode: wire => ({
    address: wire.string('address'),
    info: wire.string('multisig_info'),
  }),
});
