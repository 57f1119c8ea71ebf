import { walletMethod } from '../walletMethod';

/** Of what to make it. */
export interface MakeIntegratedAddressParams {
  /** The wallet's own unless said. */
  standardAddress?: string;
  /** 16 hexadecimal digits; by chance unless said. */
  paymentId?: string;
}

/** Makes an address that carries a payment id. */
export const makeIntegratedAddress = walletMethod<
  MakeIntegratedAddressParams | void,
  { integratedAddress: string; paymentId: string }
>('make_integrated_address', {
  encode: params => ({
    standard_address: params?.standardAddress ?? '',
    payment_id: params?.paymentId ?? '',
  }),
  decode: wire => ({
    integratedAddress: wire.string('integrated_address'),
    paymentId: wire.string('payment_id'),
  }),
});
