import { walletMethod } from '../walletMethod';

/** What an integrated address is made of. */
export const splitIntegratedAddress = walletMethod<
  { integratedAddress: string },
  { standardAddress: string; paymentId: string; isSubaddress: boolean }
>('split_integrated_address', {
  encode: ({ integratedAddress }) => ({
    integrated_address: integratedAddress,
  }),
  decode: wire => ({
    standardAddress: wire.string('standard_address'),
    paymentId: wire.string('payment_id'),
    isSubaddress: wire.boolean('is_subaddress'),
  }),
});
