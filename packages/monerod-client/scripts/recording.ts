import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { AddressInfo, connect, createServer, Socket } from 'node:net';
import { join } from 'node:path';

const FIXTURES = join(__dirname, '..', 'src', 'testdata', 'levin');

/** One connection: hexadecimal digits of each piece that came. */
export interface Recording {
  fromDialler: string[];
  fromListener: string[];
}

/** Addresses of a recorder; all 127.0.0.1 unless said. */
export interface RecorderAddresses {
  /** Where to pass connections on to. */
  to?: string;
  /** Its own: where it listens, and whom its connections seem to come from. */
  own?: string;
}

/** Passes connections on to a port, and records the first of them. */
export async function recordTo(
  port: number,
  { to: host = '127.0.0.1', own = '127.0.0.1' }: RecorderAddresses = {},
) {
  const recording: Recording = { fromDialler: [], fromListener: [] };
  const sockets: Socket[] = [];
  const server = createServer(dialler => {
    const listener = connect({ host, port, localAddress: own });
    const isFirst = sockets.length === 0;
    const pass = (from: Socket, to: Socket, pieces: string[]) => {
      sockets.push(from);
      from.on('data', piece => {
        to.write(piece);
        if (isFirst) {
          pieces.push(Buffer.from(piece).toString('hex'));
        }
      });
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    };
    pass(dialler, listener, recording.fromDialler);
    pass(listener, dialler, recording.fromListener);
  }).listen(0, own);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    recording,
    close: () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}

/** Writes a recording to where the tests read it. */
export async function save(name: string, recording: Recording): Promise<void> {
  const path = join(FIXTURES, `${name}.json`);
  await writeFile(path, `${JSON.stringify(recording, null, 2)}\n`);
  process.stdout.write(`${path}\n`);
}
