import { connectThroughSocks } from '../proxy/connectThroughSocks';
import { parseSocksProxy } from '../proxy/socksProxy';
import type { Connect } from './connect';
import { PeerError } from './PeerError';

/**
 * Connects to peers through a SOCKS5 proxy, which resolves their names: onion
 * and I2P hosts work.
 *
 * @param proxy `socks5://[USER:PASSWORD@]HOST[:PORT]`, or `HOST:PORT`
 * @throws TypeError when it is none
 */
export function connectSocks(proxy: string | URL): Connect {
  const parsed = parseSocksProxy(proxy);
  return async (target, signal) => {
    try {
      return await connectThroughSocks(parsed, target, signal);
    } catch (error) {
      throw new PeerError('Unreachable', (error as Error).message, {
        cause: error,
      });
    }
  };
}
