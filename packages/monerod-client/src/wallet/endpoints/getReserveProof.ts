import { walletMethod } from '../walletMethod';

/** How much to prove. */
export interface ReserveProofParams {
  /** All that the wallet has unless said. */
  of?: { accountIndex: number; amountAtomicUnits: bigint };
  message?: string;
}

/** Proves that one has money, without spending it. @returns the proof */
export const getReserveProof = walletMethod<ReserveProofParams | void, string>(
  'get_reserve_proof',
  {
    encode: params => ({
      all: params?.of === undefined,
      account_index: params?.of?.accountIndex ?? 0,
      amount: params?.of?.amountAtomicUnits ?? 0n,
      message: params?.message ?? '',
    }),
    decode: wire => wire.string('signature'),
  },
);
