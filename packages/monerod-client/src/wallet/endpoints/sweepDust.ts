import {
  decodeMany,
  encodeMaking,
  MadeTransactions,
  MakingOptions,
} from '../madeTransactions';
import { walletMethod } from '../walletMethod';

/** Sends outputs of before 2017 that cannot be mixed to oneself. monerod's other name for it is `sweep_unmixable`. */
export const sweepDust = walletMethod<
  Omit<MakingOptions, 'priority'> | void,
  MadeTransactions
>('sweep_dust', {
  encode: params => ({
    ...encodeMaking(params ?? {}),
    get_tx_keys: params?.withKeys ?? false,
  }),
  decode: decodeMany,
});
