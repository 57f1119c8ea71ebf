import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { SocksClient } from 'socks';
import type { SocksProxy } from './socksProxy';

/** Longer than any deadline of ours: the caller's signal is what ends it. */
const NEVER_MS = 2 ** 31 - 1;

async function connectTo(
  { host, port }: SocksProxy,
  signal: AbortSignal,
): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`SOCKS proxy ${host}:${port}: ${code ?? message}`, {
      cause: error,
    });
  }
}

/**
 * Connects through a SOCKS5 proxy. The proxy resolves names, so that onion and
 * I2P hosts work and nobody else is asked for them.
 *
 * @param signal ends the attempt
 * @throws Error in words: the proxy is away, or refuses
 */
export async function connectThroughSocks(
  proxy: SocksProxy,
  destination: { host: string; port: number },
  signal: AbortSignal,
): Promise<Socket> {
  const socket = await connectTo(proxy, signal);
  const onAbort = () => socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const { username: userId, password } = proxy;
    await SocksClient.createConnection({
      command: 'connect',
      destination,
      existing_socket: socket,
      timeout: NEVER_MS,
      proxy: {
        host: proxy.host,
        port: proxy.port,
        type: 5,
        ...(userId === undefined ? {} : { userId, password }),
      },
    });
    return socket;
  } catch (error) {
    socket.destroy();
    const { message } = error as Error;
    throw new Error(
      `SOCKS proxy ${proxy.host}:${proxy.port} to ${destination.host}:${destination.port}: ${message}`,
      { cause: error },
    );
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
