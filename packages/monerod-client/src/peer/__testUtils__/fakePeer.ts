import { once } from 'node:events';
import { AddressInfo, connect, createServer, Socket } from 'node:net';
import {
  encodeMessage,
  handshake,
  LevinCall,
  LevinMessage,
  LevinParser,
  PeerListEntry,
} from '../../levin';
import { emptyIdentity } from '..';

/** What to do with a message; it may write anything. */
export type Behaviour = (message: LevinMessage, socket: Socket) => void;

/** A listener of which nothing can be relied on. */
export interface FakePeer {
  port: number;
  close(): Promise<void>;
}

/** Reads messages off a socket, and hands each on. */
export function onMessage(socket: Socket, behaviour: Behaviour): void {
  const parser = new LevinParser();
  parser.handshakeDone = true;
  socket.on('error', () => undefined);
  socket.on('data', piece => {
    for (const message of parser.push(piece)) {
      behaviour(message, socket);
    }
  });
}

/** Listens on loopback; each connection goes to `onSocket`. */
export async function fakePeer(
  onSocket: (socket: Socket) => void,
): Promise<FakePeer> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    onSocket(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

/** A connection of which nothing can be relied on. */
export async function rawDial(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** A request with an own body, or with none that makes sense. */
export function requestOf<Q, R>(
  { command, request }: LevinCall<Q, R>,
  value: Q,
): Uint8Array {
  return encodeMessage({
    kind: 'request',
    command,
    body: request.encode(value),
  });
}

/** A response of success. */
export function responseOf<Q, R>(
  { command, response }: LevinCall<Q, R>,
  value: R,
): Uint8Array {
  return encodeMessage({
    kind: 'response',
    command,
    returnCode: 1,
    body: response.encode(value),
  });
}

/** What a peer of regtest answers to a handshake. */
export function greetingBytes(peers: PeerListEntry[] = []): Uint8Array {
  const identity = emptyIdentity({ nettype: 'regtest', myPort: 18080 });
  return responseOf(handshake, { ...identity, peers });
}

/** Does the handshake right, and all else as told. */
export function afterHandshake(behaviour: Behaviour) {
  return (socket: Socket) =>
    onMessage(socket, (message, same) => {
      if (message.kind === 'request' && message.command === 1001) {
        same.write(greetingBytes());
      } else {
        behaviour(message, same);
      }
    });
}
