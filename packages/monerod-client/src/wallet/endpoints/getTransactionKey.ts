import { walletMethod } from '../walletMethod';

/** SECRET: the key of a transaction of one's own, which proves where the money went. */
export const getTransactionKey = walletMethod<{ hash: string }, string>(
  'get_tx_key',
  {
    encode: ({ hash }) => ({ txid: hash }),
    decode: wire => wire.string('tx_key'),
  },
);
