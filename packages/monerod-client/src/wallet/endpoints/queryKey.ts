import { walletMethod } from '../walletMethod';

/** SECRET: the wallet's seed in words, or one of its secret keys in hexadecimal. */
export const queryKey = walletMethod<
  { which: 'mnemonic' | 'view_key' | 'spend_key' },
  string
>('query_key', {
  encode: ({ which }) => ({ key_type: which }),
  decode: wire => wire.string('key'),
});
