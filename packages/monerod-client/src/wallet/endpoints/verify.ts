import { walletMethod } from '../walletMethod';

/** Who is said to have signed what. */
export interface VerifyParams {
  data: string;
  address: string;
  signature: string;
}

/** What a signature is worth. */
export type SignatureVerdict =
  | { good: true; version: number; old: boolean; key: string }
  | { good: false };

/** Checks a signature of `sign`. */
export const verify = walletMethod<VerifyParams, SignatureVerdict>('verify', {
  encode: ({ data, address, signature }) => ({ data, address, signature }),
  decode: wire =>
    wire.boolean('good')
      ? {
          good: true,
          version: wire.count('version'),
          old: wire.boolean('old'),
          key: wire.string('signature_type'),
        }
      : { good: false },
});
