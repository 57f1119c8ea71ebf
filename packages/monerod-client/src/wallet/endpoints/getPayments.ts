import { decodePayment, Payment } from '../Payment';
import { walletMethod } from '../walletMethod';

/** What came in with a payment id of 16 or 64 hexadecimal digits. */
export const getPayments = walletMethod<{ paymentId: string }, Payment[]>(
  'get_payments',
  {
    encode: ({ paymentId }) => ({ payment_id: paymentId }),
    decode: wire => wire.list('payments', decodePayment),
  },
);
