import { query } from '../endpoint';

/** Stops mining inside the daemon; `RpcError` in some releases when it does not mine. Unrestricted listeners only. */
export const stopMining = query('stop_mining', 'path', () => undefined);
