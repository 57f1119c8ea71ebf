import { connect as connectSocket } from 'node:net';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { asPeerError, PeerError } from './PeerError';

/** Where a peer listens. */
export interface PeerTarget {
  /** Name or address. */
  host: string;
  port: number;
}

/**
 * Makes a connection: over TCP, or through a proxy.
 *
 * @param signal ends the attempt
 * @returns a stream that is connected; it belongs to the caller
 */
export type Connect = (
  target: PeerTarget,
  signal: AbortSignal,
) => Promise<Duplex>;

/** Connects over TCP. @throws PeerError `Unreachable` */
export const connectTcp: Connect = async ({ host, port }, signal) => {
  const socket = connectSocket({ host, port, noDelay: true });
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    throw new PeerError('Unreachable', `${host}:${port}: ${code ?? message}`, {
      cause: error,
    });
  }
};

/**
 * Connects, and stops waiting when the signal fires even if `connect` does not:
 * a connection that comes about later is closed.
 *
 * @throws PeerError `Unreachable`, or the signal's reason
 */
export function connectUntil(
  signal: AbortSignal,
  connect: Connect,
  target: PeerTarget,
): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    connect(target, signal)
      .then(
        socket => {
          if (signal.aborted) {
            socket.destroy();
          }
          resolve(socket);
        },
        error => reject(asPeerError(error, 'Unreachable')),
      )
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
