import { once } from 'node:events';
import { Socket } from 'node:net';
import { Duplex, duplexPair } from 'node:stream';
import {
  COMMAND,
  encodeHeader,
  encodeMessage,
  handshake,
  LEVIN_LIMITS,
  LevinError,
  ping,
  supportFlags,
  timedSync,
} from '../levin';
import { StorageError } from '../storage';
import { freePorts } from '../testing/ports';
import {
  afterHandshake,
  FakePeer,
  fakePeer,
  greetingBytes,
  onMessage,
  requestOf,
  responseOf,
} from './__testUtils__/fakePeer';
import {
  dialPeer,
  DialOptions,
  emptyIdentity,
  Peer,
  PeerError,
  pingPeer,
} from '.';

let fake: FakePeer | undefined;
let peer: Peer | undefined;

afterEach(async () => {
  peer?.close();
  await fake?.close();
  peer = undefined;
  fake = undefined;
});

async function optionsFor(
  onSocket: (socket: Socket) => void,
): Promise<DialOptions> {
  fake = await fakePeer(onSocket);
  return { host: '127.0.0.1', port: fake.port, nettype: 'regtest' };
}

async function dial(
  onSocket: (socket: Socket) => void,
  more: Partial<DialOptions> = {},
): Promise<Peer> {
  peer = await dialPeer({ ...(await optionsFor(onSocket)), ...more });
  return peer;
}

async function failure(work: Promise<unknown>): Promise<PeerError> {
  const error = await work.then(
    () => new Error('expected a failure'),
    reason => reason,
  );
  expect(error).toBeInstanceOf(PeerError);
  return error;
}

const SYNC = emptyIdentity({ nettype: 'regtest' }).syncData;
const greetingWith = (change: (digits: string) => string) =>
  Buffer.from(change(Buffer.from(greetingBytes()).toString('hex')), 'hex');

describe('a handshake that fails', () => {
  it.each<[string, (socket: Socket) => void, string, string]>([
    [
      'with who closes without a word',
      socket => onMessage(socket, () => socket.end()),
      'Refused',
      'of another network; check nettype',
    ],
    [
      'with who resets the connection',
      socket => onMessage(socket, () => socket.resetAndDestroy()),
      'Refused',
      'closed the connection without a word',
    ],
    [
      'with who says nothing',
      socket => onMessage(socket, () => undefined),
      'Timeout',
      'within 300 ms',
    ],
    [
      'with a web server',
      socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      'BadMessage',
      'not a Levin message: it begins with 485454502f312e31',
    ],
    [
      'with who announces more than a handshake may be',
      socket =>
        socket.write(
          encodeHeader({
            length: 65537,
            expectsReply: false,
            command: 1001,
            returnCode: 1,
            flags: 2,
          }),
        ),
      'BadMessage',
      'handshake (1001): a message of 65537 bytes, 65536 are allowed',
    ],
    [
      'with who announces more than there is memory',
      socket =>
        socket.write(
          encodeHeader({
            length: Number.MAX_SAFE_INTEGER,
            expectsReply: false,
            command: COMMAND.newBlock,
            returnCode: 0,
            flags: 1,
          }),
        ),
      'BadMessage',
      `${LEVIN_LIMITS.beforeHandshakeBytes} are allowed`,
    ],
    [
      'with who hangs up in the middle',
      socket =>
        onMessage(socket, () => socket.end(greetingBytes().subarray(0, 100))),
      'Closed',
      'the stream ended inside handshake (1001)',
    ],
    [
      'with who is of another network',
      socket =>
        onMessage(socket, () =>
          socket.write(greetingWith(hex => hex.replace('a1a110', 'a1a112'))),
        ),
      'WrongNetwork',
      'it is of network 1230f171610441611731008216a1a112, not',
    ],
    [
      'with who answers with an error',
      socket =>
        onMessage(socket, () =>
          socket.write(
            encodeMessage({
              kind: 'response',
              command: 1001,
              returnCode: -6,
              body: new Uint8Array(0),
            }),
          ),
        ),
      'CallFailed',
      'handshake (1001): answered -6',
    ],
    [
      'with who answers with nothing in it',
      socket =>
        onMessage(socket, () =>
          socket.write(
            encodeMessage({
              kind: 'response',
              command: 1001,
              returnCode: 1,
              body: new Uint8Array(0),
            }),
          ),
        ),
      'BadMessage',
      'does not begin as portable storage does',
    ],
    [
      'with who lies in its answer',
      socket =>
        onMessage(socket, () =>
          // cumulative_difficulty as a string
          socket.write(
            greetingWith(hex =>
              hex.replace('646966666963756c747905', '646966666963756c74790a'),
            ),
          ),
        ),
      'BadMessage',
      'difficulty: expected u64, got string',
    ],
    [
      'with who answers what was not asked',
      socket =>
        onMessage(socket, () =>
          socket.write(responseOf(ping, { status: 'OK', peerId: 1n })),
        ),
      'BadMessage',
      'it answered ping (1003), which was not asked',
    ],
    [
      'with who shakes hands itself',
      socket =>
        onMessage(socket, () =>
          socket.write(
            requestOf(handshake, emptyIdentity({ nettype: 'regtest' })),
          ),
        ),
      'BadMessage',
      'it sent a handshake out of turn',
    ],
    [
      'with who asks for a timed sync first',
      socket => socket.write(requestOf(timedSync, { syncData: SYNC })),
      'BadMessage',
      'it sent timedSync before a handshake',
    ],
    [
      'with who asks without sense',
      socket =>
        socket.write(
          encodeMessage({
            kind: 'request',
            command: 1003,
            body: Uint8Array.of(7),
          }),
        ),
      'BadMessage',
      'ping (1003): does not begin as portable storage does',
    ],
  ])('%s', async (_what, onSocket, code, message) => {
    const timeoutMs = code === 'Timeout' ? 300 : 10_000;
    const options = await optionsFor(onSocket);
    const error = await failure(dialPeer({ ...options, timeoutMs }));
    expect(error.message).toContain(message);
    expect(error.message).toContain(`127.0.0.1:${options.port}: `);
    expect(error.code).toBe(code);
  });

  it('keeps the cause', async () => {
    const options = await optionsFor(socket => socket.write('nonsense'));
    const error = await failure(dialPeer(options));
    expect((error.cause as LevinError).code).toBe('BadSignature');
  });

  it('with nobody there', async () => {
    const [port] = await freePorts(1);
    const error = await failure(
      dialPeer({ host: '127.0.0.1', port, nettype: 'regtest' }),
    );
    expect([error.code, error.message]).toEqual([
      'Unreachable',
      `127.0.0.1:${port}: ECONNREFUSED`,
    ]);
  });

  it('when the connection never comes about', async () => {
    const error = await failure(
      dialPeer({
        host: 'peer.test',
        port: 18080,
        nettype: 'regtest',
        timeoutMs: 50,
        connect: (_target, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      }),
    );
    expect([error.code, error.message]).toEqual([
      'Timeout',
      'peer.test:18080: no complete answer within 50 ms',
    ]);
  });

  it('when the connection comes about too late', async () => {
    const [near] = duplexPair();
    let connected = (_socket: Duplex) => {};
    const error = await failure(
      dialPeer({
        host: 'peer.test',
        port: 18080,
        nettype: 'regtest',
        timeoutMs: 50,
        connect: () =>
          new Promise(resolve => {
            connected = resolve;
          }),
      }),
    );
    expect(error.code).toBe('Timeout');
    connected(near);
    await once(near, 'close');
    expect(near.destroyed).toBe(true);
  });

  it('when the proxy fails', async () => {
    const error = await failure(
      dialPeer({
        host: 'peer.test',
        port: 18080,
        nettype: 'regtest',
        connect: () => Promise.reject(new Error('no route')),
      }),
    );
    expect([error.code, error.message]).toEqual(['Unreachable', 'no route']);
  });

  it('when the caller ends it, before or during', async () => {
    const options = await optionsFor(socket =>
      onMessage(socket, () => undefined),
    );
    const before = await failure(
      dialPeer({ ...options, signal: AbortSignal.abort() }),
    );
    expect(before.code).toBe('Aborted');
    const controller = new AbortController();
    await fake?.close();
    const during = await optionsFor(socket =>
      onMessage(socket, () => controller.abort()),
    );
    const error = await failure(
      dialPeer({ ...during, signal: controller.signal }),
    );
    expect(error.code).toBe('Aborted');
  });
});

describe('a peer', () => {
  it('is heard however slowly it speaks', async () => {
    const { greeting } = await dial(socket =>
      onMessage(socket, async () => {
        for (const byte of greetingBytes()) {
          socket.write(Uint8Array.of(byte));
          await new Promise(setImmediate);
        }
      }),
    );
    expect(greeting.nodeData.myPort).toBe(18080);
    expect(greeting.peers).toEqual([]);
  });

  it('answers calls in the order they were made', async () => {
    const sync = { syncData: { ...SYNC, height: 9n }, peers: [] };
    const answers = new Map([
      [COMMAND.ping, responseOf(ping, { status: 'OK', peerId: 7n })],
      [COMMAND.supportFlags, responseOf(supportFlags, { supportFlags: 3 })],
      [COMMAND.timedSync, responseOf(timedSync, sync)],
    ] as [number, Uint8Array][]);
    const held: (Uint8Array | undefined)[] = [];
    const dialled = await dial(
      afterHandshake(({ command }, socket) => {
        held.push(answers.get(command));
        if (held.length === 4) {
          held.forEach(bytes => socket.write(bytes ?? ''));
        }
      }),
    );
    expect(
      await Promise.all([
        dialled.ping(),
        dialled.supportFlags(),
        dialled.timedSync(),
        dialled.ping(),
      ]),
    ).toEqual([7n, 3, sync, 7n]);
    expect(dialled.syncData.height).toBe(9n);
  });

  it('gets its questions answered, and what we do not know refused', async () => {
    const answers: { command: number; returnCode: number }[] = [];
    let all = () => {};
    const told = new Promise<void>(resolve => {
      all = resolve;
    });
    const dialled = await dial(socket =>
      onMessage(socket, ({ kind, command, returnCode }) => {
        if (kind === 'response') {
          answers.push({ command, returnCode });
          if (answers.length === 4) {
            all();
          }
          return;
        }
        socket.write(greetingBytes());
        socket.write(
          requestOf(timedSync, { syncData: { ...SYNC, height: 5n } }),
        );
        socket.write(requestOf(ping, {}));
        socket.write(requestOf(supportFlags, {}));
        socket.write(
          encodeMessage({
            kind: 'request',
            command: 77,
            body: new Uint8Array(9),
          }),
        );
      }),
    );
    await told;
    expect(answers).toEqual([
      { command: 1002, returnCode: 1 },
      { command: 1003, returnCode: 1 },
      { command: 1007, returnCode: 1 },
      { command: 77, returnCode: -6 },
    ]);
    expect(dialled.syncData.height).toBe(5n);
    expect(dialled.greeting.syncData.height).toBe(1n);
  });

  it('may send blocks of many megabytes, which nobody keeps', async () => {
    const megabyte = new Uint8Array(2 ** 20);
    const dialled = await dial(
      afterHandshake(({ command }, socket) => {
        expect(command).toBe(COMMAND.ping);
        socket.write(
          encodeHeader({
            length: 64 * megabyte.length,
            expectsReply: false,
            command: COMMAND.newBlock,
            returnCode: 0,
            flags: 1,
          }),
        );
        for (let count = 0; count < 64; count++) {
          socket.write(megabyte);
        }
        socket.write(responseOf(ping, { status: 'OK', peerId: 7n }));
      }),
    );
    expect(await dialled.ping()).toBe(7n);
  });

  it('that does not answer in time is hung up on', async () => {
    const dialled = await dial(afterHandshake(() => undefined));
    const other = failure(dialled.supportFlags());
    const error = await failure(dialled.ping({ timeoutMs: 50 }));
    expect([error.code, error.message]).toEqual([
      'Timeout',
      'ping (1003): no complete answer within 50 ms',
    ]);
    expect((await dialled.closed)?.code).toBe('Timeout');
    expect((await other).code).toBe('Timeout');
    const late = await failure(dialled.ping());
    expect([late.code, late.message]).toEqual([
      'Closed',
      'the connection is closed',
    ]);
  });

  it('is hung up on when a call is ended early', async () => {
    const controller = new AbortController();
    const dialled = await dial(afterHandshake(() => controller.abort()));
    const error = await failure(dialled.ping({ signal: controller.signal }));
    expect(error.code).toBe('Aborted');
    expect((await dialled.closed)?.code).toBe('Aborted');
  });

  it.each<[string, (socket: Socket) => void, string, string]>([
    ['hangs up', socket => socket.end(), 'Closed', 'the peer closed'],
    [
      'sends rubbish',
      socket => socket.write('rubbish'),
      'BadMessage',
      'begins with 7275626269736',
    ],
    [
      'answers rubbish',
      socket =>
        socket.write(
          encodeMessage({
            kind: 'response',
            command: 1003,
            returnCode: 1,
            body: Uint8Array.of(1),
          }),
        ),
      'BadMessage',
      'ping (1003): does not begin as portable storage does',
    ],
    [
      'answers twice',
      socket => {
        socket.write(
          Buffer.concat([
            responseOf(supportFlags, { supportFlags: 1 }),
            responseOf(ping, { status: 'OK', peerId: 1n }),
          ]),
        );
      },
      'BadMessage',
      'it answered supportFlags (1007), which was not asked',
    ],
  ])('that %s ends calls with it', async (_what, act, code, message) => {
    const dialled = await dial(
      afterHandshake((_message, socket) => act(socket)),
    );
    const error = await failure(dialled.ping());
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect((await dialled.closed)?.code).toBe(code);
  });

  it('over whose connection nothing comes is hung up on', async () => {
    const dialled = await dial(
      afterHandshake(() => undefined),
      {
        idleTimeoutMs: 300,
      },
    );
    const error = await dialled.closed;
    expect([error?.code, error?.message]).toEqual([
      'Closed',
      'nothing came for 300 ms',
    ]);
  });

  it('that asks and asks without reading is hung up on', async () => {
    const [near, far] = duplexPair({ highWaterMark: 1024 });
    far.once('data', () => {
      far.pause();
      far.write(greetingBytes());
      for (let count = 0; count < 100; count++) {
        far.write(requestOf(supportFlags, {}));
      }
    });
    peer = await dialPeer({
      host: 'peer.test',
      port: 18080,
      nettype: 'regtest',
      idleTimeoutMs: 300,
      connect: async () => near,
    });
    const error = await peer.closed;
    expect(error?.message).toBe('nothing came for 300 ms');
    // What it was answered is no more than what a connection holds.
    expect(far.readableLength).toBeLessThan(4096);
  });

  it('can be hung up on, twice, and calls that wait fail', async () => {
    const dialled = await dial(afterHandshake(() => undefined));
    const waiting = failure(dialled.ping());
    dialled.close();
    dialled.close();
    const error = await waiting;
    expect([error.code, error.message]).toEqual([
      'Closed',
      'we closed the connection',
    ]);
    expect(await dialled.closed).toBeUndefined();
  });
});

describe('pingPeer', () => {
  it('asks without a handshake, and hangs up', async () => {
    const seen: (number | 'closed')[] = [];
    let hungUp = () => {};
    const closed = new Promise<void>(resolve => {
      hungUp = resolve;
    });
    const options = await optionsFor(socket => {
      socket.on('close', () => hungUp());
      onMessage(socket, ({ command }) => {
        seen.push(command);
        socket.write(responseOf(ping, { status: 'OK', peerId: 99n }));
      });
    });
    expect(await pingPeer(options)).toBe(99n);
    await closed;
    expect(seen).toEqual([COMMAND.ping]);
  });
});

it('reports a bad body with path and byte', async () => {
  const options = await optionsFor(socket =>
    onMessage(socket, () =>
      socket.write(
        greetingWith(hex =>
          hex.replace('6d795f706f727406', '6d795f706f72740a'),
        ),
      ),
    ),
  );
  const error = await failure(dialPeer(options));
  expect(error.cause).toBeInstanceOf(StorageError);
  expect((error.cause as StorageError).path).toBe('nodeData.myPort');
});
