import { Endpoint } from '../endpoint';

/** How often a call was made, and how long all of them took. */
export interface RpcUse {
  /** monerod's name of the call; several spellings are counted as one. */
  call: string;
  count: number;
  nanoseconds: bigint;
}

/** Use of the RPC since the start, or since `clear`. Unrestricted listeners only. */
export const rpcAccessTracking: Endpoint<{ clear?: boolean } | void, RpcUse[]> =
  {
    name: 'rpc_access_tracking',
    style: 'json-rpc',
    encode: params => ({ clear: params?.clear ?? false }),
    decode: wire =>
      wire.list('data', entry => ({
        call: entry.string('rpc'),
        count: entry.count('count'),
        nanoseconds: entry.uint64('time'),
      })),
  };
