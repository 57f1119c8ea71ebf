import {
  decodeMany,
  encodeMaking,
  MadeTransactions,
  MakingOptions,
} from '../madeTransactions';
import { LONG_MS, walletMethod } from '../walletMethod';

/** What to send where. */
export interface SweepAllParams extends MakingOptions {
  address: string;
  /** 0 unless said. */
  accountIndex?: number;
  /** Only from these addresses. */
  addressIndices?: readonly number[];
  /** From every address of the account. */
  allAddresses?: boolean;
  /** Only outputs of less than this. */
  belowAtomicUnits?: bigint;
  /** Into how many outputs; 1 unless said. */
  outputs?: number;
}

/** Sends all that can be spent to one address. */
export const sweepAll = walletMethod<SweepAllParams, MadeTransactions>(
  'sweep_all',
  {
    timeoutMs: LONG_MS,
    encode: params => ({
      address: params.address,
      account_index: params.accountIndex ?? 0,
      subaddr_indices: params.addressIndices,
      subaddr_indices_all: params.allAddresses,
      below_amount: params.belowAtomicUnits,
      outputs: params.outputs,
      ...encodeMaking(params),
      get_tx_keys: params.withKeys ?? false,
    }),
    decode: decodeMany,
  },
);
