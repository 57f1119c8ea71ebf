import { walletMethod } from '../walletMethod';

/** What a `monero:` URI says. */
export interface PaymentUri {
  address: string;
  /** 0: left to the payer. */
  amountAtomicUnits?: bigint;
  paymentId?: string;
  recipientName?: string;
  description?: string;
}

/** Makes a `monero:` URI. */
export const makeUri = walletMethod<PaymentUri, string>('make_uri', {
  encode: uri => ({
    address: uri.address,
    amount: uri.amountAtomicUnits ?? 0n,
    payment_id: uri.paymentId ?? '',
    recipient_name: uri.recipientName ?? '',
    tx_description: uri.description ?? '',
  }),
  decode: wire => wire.string('uri'),
});
