import { walletMethod } from '../walletMethod';
import type { PaymentUri } from './makeUri';

/** Reads a `monero:` URI. Parameters that the wallet does not know stay as they are. */
export const parseUri = walletMethod<
  { uri: string },
  Required<PaymentUri> & { unknownParameters: string[] }
>('parse_uri', {
  encode: ({ uri }) => ({ uri }),
  decode: wire => {
    const uri = wire.object('uri');
    return {
      address: uri.string('address'),
      amountAtomicUnits: uri.uint64('amount'),
      paymentId: uri.string('payment_id'),
      recipientName: uri.string('recipient_name'),
      description: uri.string('tx_description'),
      unknownParameters: wire.strings('unknown_parameters'),
    };
  },
});
