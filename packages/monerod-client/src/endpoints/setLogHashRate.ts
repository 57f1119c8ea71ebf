import { Endpoint } from '../endpoint';

/** Shows the hash rate in the log; `RpcError` unless the daemon mines. Unrestricted listeners only. */
export const setLogHashRate: Endpoint<{ visible: boolean }, void> = {
  name: 'set_log_hash_rate',
  style: 'path',
  encode: ({ visible }) => ({ visible }),
  decode: () => undefined,
};
