import { once } from 'node:events';
import { Socket } from 'node:net';
import {
  encodeMessage,
  handshake,
  LevinMessage,
  ping,
  supportFlags,
  timedSync,
} from '../levin';
import { waitFor } from '../testing/waitFor';
import { onMessage, rawDial, requestOf } from './__testUtils__/fakePeer';
import {
  dialPeer,
  emptyIdentity,
  EmptyPeer,
  Peer,
  PeerError,
  pingPeer,
  serveEmptyPeer,
  ServeOptions,
} from '.';

const SELF = emptyIdentity({ nettype: 'regtest' });
const HELLO = requestOf(handshake, SELF);

let listeners: EmptyPeer[] = [];
let sockets: Socket[] = [];
let refused: PeerError[] = [];

async function serve(options: Partial<ServeOptions> = {}): Promise<EmptyPeer> {
  const own = refused;
  const listener = await serveEmptyPeer({
    nettype: 'regtest',
    onRefused: error => own.push(error),
    ...options,
  });
  listeners.push(listener);
  return listener;
}

const dial = ({ port }: EmptyPeer) =>
  dialPeer({ host: '127.0.0.1', port, nettype: 'regtest' });

async function raw({ port }: EmptyPeer): Promise<Socket> {
  const socket = await rawDial(port);
  sockets.push(socket);
  return socket;
}

/** Writes, and gives all that comes back until the other side hangs up. */
async function exchange(
  listener: EmptyPeer,
  ...bytes: (Uint8Array | string)[]
): Promise<LevinMessage[]> {
  const socket = await raw(listener);
  const messages: LevinMessage[] = [];
  onMessage(socket, message => messages.push(message));
  const closed = once(socket, 'close');
  bytes.forEach(each => socket.write(each));
  await closed;
  return messages;
}

afterEach(async () => {
  sockets.forEach(socket => socket.destroy());
  await Promise.all(listeners.map(each => each.close()));
  listeners = [];
  sockets = [];
  refused = [];
});

describe('serveEmptyPeer', () => {
  it('greets who dials it, answers, and asks back', async () => {
    let arrived: (peer: Peer) => void = () => {};
    const arrival = new Promise<Peer>(resolve => {
      arrived = resolve;
    });
    const listener = await serve({ onPeer: peer => arrived(peer) });
    const peer = await dial(listener);
    const back = await arrival;

    expect(peer.greeting).toMatchObject({
      nodeData: {
        networkId: SELF.nodeData.networkId,
        myPort: listener.port,
        supportFlags: 1,
      },
      syncData: SELF.syncData,
      peers: [],
    });
    expect(listener.peers).toEqual([back]);
    expect(await peer.ping()).toBe(peer.greeting.nodeData.peerId);
    expect(await peer.supportFlags()).toBe(1);
    expect(await peer.timedSync()).toEqual({
      syncData: SELF.syncData,
      peers: [],
    });
    expect(await back.ping()).toBe(back.greeting.nodeData.peerId);
    expect((await back.timedSync()).syncData.height).toBe(1n);

    peer.close();
    expect((await back.closed)?.code).toBe('Closed');
    await waitFor('the peer gone', async () =>
      listener.peers.length === 0 ? true : undefined,
    );
    expect(refused).toEqual([]);
  });

  it('tells of the peers that it was told of', async () => {
    const entry = {
      address: { type: 'ipv4', host: '203.0.113.7', port: 18080 },
      peerId: 7n,
      lastSeen: 0n,
      pruningSeed: 0,
      rpcPort: 0,
      rpcCreditsPerHash: 0,
    } as const;
    const peer = await dial(await serve({ peers: [entry] }));
    expect(peer.greeting.peers).toEqual([entry]);
    expect((await peer.timedSync()).peers).toEqual([entry]);

    const bad = { ...entry, rpcPort: -1 };
    await expect(serve({ peers: [entry, bad] })).rejects.toThrow(
      'peers[1].rpcPort: expected an integer from 0 to 65535, got -1',
    );
  });

  it('answers a ping and asks for flags without a handshake', async () => {
    const listener = await serve();
    const target = { host: '127.0.0.1', port: listener.port } as const;
    const { nodeData } = (await dial(listener)).greeting;
    expect(await pingPeer({ ...target, nettype: 'mainnet' })).toBe(
      nodeData.peerId,
    );
  });

  it('says what monerod of another network would say: nothing', async () => {
    const listener = await serve();
    const stranger = emptyIdentity({ nettype: 'testnet' });
    expect(await exchange(listener, requestOf(handshake, stranger))).toEqual(
      [],
    );
    await waitFor('the refusal', async () => refused[0]);
    expect(refused.map(each => each.code)).toEqual(['WrongNetwork']);
    const error = await dialPeer({
      host: '127.0.0.1',
      port: listener.port,
      nettype: 'testnet',
    }).catch(reason => reason);
    expect(error.code).toBe('Refused');
  });

  it.each<[string, (Uint8Array | string)[], number, string]>([
    ['rubbish', ['GET / HTTP/1.1\r\n'], 0, 'not a Levin message'],
    [
      'a timed sync before a handshake',
      [requestOf(timedSync, { syncData: SELF.syncData })],
      0,
      'it sent timedSync before a handshake',
    ],
    [
      'a handshake that is none',
      [
        encodeMessage({
          kind: 'request',
          command: 1001,
          body: ping.request.encode({}),
        }),
      ],
      0,
      'handshake (1001): nodeData: is missing',
    ],
    [
      'an answer that nobody asked for',
      [
        requestOf(supportFlags, {}),
        encodeMessage({
          kind: 'response',
          command: 1007,
          returnCode: 1,
          body: new Uint8Array(0),
        }),
      ],
      1,
      'it answered supportFlags (1007), which was not asked',
    ],
  ])('hangs up on %s', async (_what, bytes, answers, message) => {
    const listener = await serve();
    expect(await exchange(listener, ...bytes)).toHaveLength(answers);
    const error = await waitFor('the refusal', async () => refused[0]);
    expect(error.code).toBe('BadMessage');
    expect(error.message).toContain(message);
    expect(listener.peers).toEqual([]);
  });

  it('hangs up on a second handshake', async () => {
    const ends: Promise<PeerError | undefined>[] = [];
    const listener = await serve({ onPeer: peer => ends.push(peer.closed) });
    expect(await exchange(listener, HELLO, HELLO)).toHaveLength(1);
    expect((await ends[0])?.message).toBe('it sent a handshake out of turn');
  });

  it('hangs up on who does not shake hands in time', async () => {
    const listener = await serve({ timeoutMs: 50 });
    expect(await exchange(listener, HELLO.subarray(0, 40))).toEqual([]);
    const error = await waitFor('the refusal', async () => refused[0]);
    expect([error.code, error.message]).toEqual([
      'Timeout',
      'no handshake within 50 ms',
    ]);
  });

  it('does not count the time after a handshake as time without', async () => {
    const listener = await serve({ timeoutMs: 400, idleTimeoutMs: 700 });
    const started = performance.now();
    expect(await exchange(listener, HELLO)).toHaveLength(1);
    expect(performance.now() - started).toBeGreaterThan(650);
  });

  it('takes no more connections than it should', async () => {
    const listener = await serve({ maxConnections: 1 });
    const first = await dial(listener);
    const second = await dial(listener).catch(reason => reason);
    expect(second.code).toBe('Refused');
    expect(await first.ping()).toBe(first.greeting.nodeData.peerId);
  });

  it('ends every connection when its signal fires, and listens no more', async () => {
    const controller = new AbortController();
    const listener = await serve({ signal: controller.signal });
    const peer = await dial(listener);
    controller.abort();
    expect((await peer.closed)?.code).toBe('Closed');
    const error = await dial(listener).catch(reason => reason);
    expect(['Unreachable', 'Refused']).toContain(error.code);
    await listener.close();
    await listener.close();
  });

  it('says when it cannot listen', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toThrow('EADDRINUSE');
    await expect(serve({ signal: AbortSignal.abort() })).rejects.toThrow(
      'aborted',
    );
  });
});
