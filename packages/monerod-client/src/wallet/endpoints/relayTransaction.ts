import { walletMethod } from '../walletMethod';

/** Hands in a transaction that was made with `doNotRelay` and `withMetadata`. @returns its hash */
export const relayTransaction = walletMethod<{ metadata: string }, string>(
  'relay_tx',
  {
    encode: ({ metadata }) => ({ hex: metadata }),
    decode: wire => wire.hash('tx_hash'),
  },
);
