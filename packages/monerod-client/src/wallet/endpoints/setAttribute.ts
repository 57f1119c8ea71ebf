import { walletMethod } from '../walletMethod';

/** Keeps a text of one's own in the wallet. */
export const setAttribute = walletMethod<{ key: string; value: string }>(
  'set_attribute',
  { encode: ({ key, value }) => ({ key, value }) },
);
