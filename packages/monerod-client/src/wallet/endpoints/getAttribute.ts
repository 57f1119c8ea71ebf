import { walletMethod } from '../walletMethod';

/** The text that was kept under a key. `RpcError` where there is none. */
export const getAttribute = walletMethod<{ key: string }, string>(
  'get_attribute',
  {
    encode: ({ key }) => ({ key }),
    decode: wire => wire.string('value'),
  },
);
