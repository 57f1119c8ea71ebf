import { Endpoint } from '../endpoint';

/** Hands in a mined block, in hexadecimal. `RpcError` (-7) when it is not accepted. */
export const submitBlock: Endpoint<{ blob: string }, void> = {
  name: 'submit_block',
  style: 'json-rpc',
  encode: ({ blob }) => [blob],
  decode: () => undefined,
};
