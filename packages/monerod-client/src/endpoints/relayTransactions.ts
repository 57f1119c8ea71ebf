import { Endpoint } from '../endpoint';

/** Sends transactions of the pool to peers, again where need be. Unrestricted listeners only. */
export const relayTransactions: Endpoint<{ hashes: readonly string[] }, void> =
  {
    name: 'relay_tx',
    style: 'json-rpc',
    encode: ({ hashes }) => ({ txids: hashes }),
    decode: () => undefined,
  };
