import { connect, createServer, type Socket } from 'node:net';
import { DevClusterError } from '../errors';

/** An open relay. */
export interface Relay {
  close(): Promise<void>;
}

/** Joins two sockets; either end closing closes the other. */
function join(a: Socket, b: Socket): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ]) {
    from.setNoDelay(true);
    from.once('error', () => to.destroy());
    from.once('close', () => to.destroy());
    from.pipe(to);
  }
}

/**
 * Accepts connections on 127.0.0.1 and passes each to a Unix socket. The path
 * is asked for on each connection; without one the connection is closed.
 *
 * @throws DevClusterError `PortTaken`
 */
export async function startRelay(
  port: number,
  socketPath: () => string | undefined,
): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, client => {
    const path = socketPath();
    if (!path) {
      client.destroy();
      return;
    }
    const target = connect({ path, allowHalfOpen: true });
    for (const socket of [client, target]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    join(client, target);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new DevClusterError(
              'PortTaken',
              `Port ${port} of 127.0.0.1 is used by another program. End that program, or give another port (apiPort, --api-port).`,
              { cause: error },
            )
          : error,
      ),
    );
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  });
  return {
    close() {
      for (const socket of open) socket.destroy();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}
