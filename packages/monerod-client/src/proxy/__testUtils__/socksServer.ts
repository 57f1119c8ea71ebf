import { once } from 'node:events';
import { AddressInfo, connect, createServer, Socket } from 'node:net';

/** What one connection asked for. */
export interface SocksRequest {
  /** As it stood in the request: names are not resolved by who asks. */
  host: string;
  port: number;
  username?: string;
}

/** A SOCKS5 proxy on loopback that knows some names. */
export interface SocksServer {
  port: number;
  requests: SocksRequest[];
  stop(): Promise<void>;
}

const ADDRESS = { ipv4: 1, name: 3 };
const REPLY = { granted: 0, unreachable: 4 };

/** Reads exactly so many bytes. */
async function take(socket: Socket, size: number): Promise<Buffer> {
  for (;;) {
    const chunk = socket.read(size) as Buffer | null;
    if (chunk) return chunk;
    await once(socket, 'readable');
  }
}

async function takeUsername(socket: Socket): Promise<string> {
  const [, length] = await take(socket, 2);
  const username = (await take(socket, length)).toString();
  const [passwordLength] = await take(socket, 1);
  await take(socket, passwordLength);
  return username;
}

async function takeRequest(socket: Socket): Promise<SocksRequest> {
  const [, methods] = await take(socket, 2);
  const offered = await take(socket, methods);
  const withLogin = offered.includes(2);
  socket.write(Buffer.from([5, withLogin ? 2 : 0]));
  const username = withLogin ? await takeUsername(socket) : undefined;
  if (withLogin) socket.write(Buffer.from([1, 0]));
  const [, , , type] = await take(socket, 4);
  const size = type === ADDRESS.name ? (await take(socket, 1))[0] : 4;
  const address = await take(socket, size);
  const host =
    type === ADDRESS.name ? address.toString() : [...address].join('.');
  const port = (await take(socket, 2)).readUInt16BE();
  return { host, port, username };
}

/** Starts a proxy; whatever is asked for leads to a port of loopback, or nowhere. */
export async function socksServer(
  portOf: (request: SocksRequest) => number | undefined,
): Promise<SocksServer> {
  const requests: SocksRequest[] = [];
  const sockets = new Set<Socket>();
  const serve = async (socket: Socket) => {
    const request = await takeRequest(socket);
    requests.push(request);
    const port = portOf(request);
    const reply = (code: number) =>
      socket.write(Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]));
    if (port === undefined) {
      reply(REPLY.unreachable);
      return;
    }
    const far = connect(port, '127.0.0.1');
    sockets.add(far);
    far.on('error', () => socket.destroy());
    await once(far, 'connect');
    reply(REPLY.granted);
    socket.pipe(far).pipe(socket);
  };
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket).catch(() => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
