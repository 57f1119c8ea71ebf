import { decodePayment, Payment } from '../Payment';
import { walletMethod } from '../walletMethod';

/** Which payments. */
export interface GetBulkPaymentsParams {
  /** None: whatever the payment id. */
  paymentIds: readonly string[];
  /** Only those in blocks from this index on; all unless said. */
  firstBlockIndex?: number;
}

/** What came in with any of some payment ids. */
export const getBulkPayments = walletMethod<GetBulkPaymentsParams, Payment[]>(
  'get_bulk_payments',
  {
    encode: ({ paymentIds, firstBlockIndex }) => ({
      payment_ids: paymentIds,
      min_block_height: firstBlockIndex ?? 0,
    }),
    decode: wire => wire.list('payments', decodePayment),
  },
);
