import { decodePriority, Priority } from '../madeTransactions';
import { walletMethod } from '../walletMethod';

/** Which priority `default` means at present. From 0.18.3 on. */
export const getDefaultFeePriority = walletMethod<void, Priority>(
  'get_default_fee_priority',
  { decode: wire => decodePriority(wire.count('priority')) },
);
