import {
  decodeOne,
  encodeMaking,
  MadeTransactions,
  MakingOptions,
} from '../madeTransactions';
import { walletMethod } from '../walletMethod';

/** Which output to send where. */
export interface SweepSingleParams extends MakingOptions {
  address: string;
  keyImage: string;
  /** Into how many outputs; 1 unless said. */
  outputs?: number;
}

/** Sends one output, all of it. */
export const sweepSingle = walletMethod<SweepSingleParams, MadeTransactions>(
  'sweep_single',
  {
    encode: params => ({
      address: params.address,
      key_image: params.keyImage,
      outputs: params.outputs,
      ...encodeMaking(params),
      get_tx_key: params.withKeys ?? false,
    }),
    decode: decodeOne,
  },
);
