import { walletMethod } from '../walletMethod';

/** Whose money, and the proof. */
export interface CheckReserveProofParams {
  address: string;
  message?: string;
  signature: string;
}

/** What a proof of reserves proves; a bad one nothing. */
export type ReserveVerdict =
  | { good: true; totalAtomicUnits: bigint; spentAtomicUnits: bigint }
  | { good: false };

/** Checks a proof of `getReserveProof`. */
export const checkReserveProof = walletMethod<
  CheckReserveProofParams,
  ReserveVerdict
>('check_reserve_proof', {
  encode: ({ address, message, signature }) => ({
    address,
    message: message ?? '',
    signature,
  }),
  decode: wire =>
    wire.boolean('good')
      ? {
          good: true,
          totalAtomicUnits: wire.uint64('total'),
          spentAtomicUnits: wire.uint64('spent'),
        }
      : { good: false },
});
