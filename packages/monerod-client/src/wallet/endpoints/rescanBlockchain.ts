import { LONG_MS, walletMethod } from '../walletMethod';

/** Reads the chain anew. `hard`: forget what is only known here, such as notes and recipients. */
export const rescanBlockchain = walletMethod<{ hard?: boolean } | void>(
  'rescan_blockchain',
  {
    timeoutMs: LONG_MS,
    encode: params => ({ hard: params?.hard ?? false }),
  },
);
