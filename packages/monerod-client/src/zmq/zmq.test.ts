import { once } from 'node:events';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import fc from 'fast-check';
import { MonerodError } from '../errors';
import { Mailbox } from './Mailbox';
import { subscribe } from './subscribe';
import { decodeNotification } from './topics';
import { encodeGreeting, encodeMessage, encodeReady } from './zmtp';
import { ZmtpEvent, ZmtpParser } from './ZmtpParser';

const HASH = 'ab'.repeat(32);
const MINED = `json-minimal-chain_main:{"first_height":7,"first_prev_id":"${HASH}","ids":["${HASH}"]}`;
const blocks = (first: number) => MINED.replace('7', String(first));

/** Whether work ends as it may. */
function failureOf(work: () => unknown): string {
  try {
    work();
    return 'none or typed';
  } catch (error) {
    return error instanceof MonerodError ? 'none or typed' : String(error);
  }
}

describe('ZmtpParser', () => {
  const stream = Buffer.concat([
    encodeGreeting(),
    encodeReady('PUB'),
    encodeMessage(Buffer.from('short')),
    encodeMessage(Buffer.alloc(70_000, 'x')),
    Buffer.from([1, 1, 0x61, 0, 1, 0x62]),
  ]);
  const summary = (events: ZmtpEvent[]) =>
    events.map(event =>
      event.type === 'greeting'
        ? event.type
        : `${event.type} ${event.body.length}`,
    );

  it('makes the same of a stream however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length)), places => {
        const cuts = [0, ...places.sort((a, b) => a - b), stream.length];
        const parser = new ZmtpParser(100_000);
        const events = cuts
          .slice(1)
          .flatMap((end, index) =>
            parser.push(stream.subarray(cuts[index], end)),
          );
        expect(summary(events)).toEqual([
          'greeting',
          'command 25',
          'message 5',
          'message 70000',
          'message 2',
        ]);
      }),
    );
  });

  it.each<[string, Uint8Array, string, string]>([
    [
      'HTTP',
      Buffer.alloc(64, 'HTTP/1.1 400 '),
      'InvalidResponse',
      'does not begin as ZeroMQ does',
    ],
    [
      'an older version',
      encodeGreeting().fill(1, 10, 11),
      'InvalidResponse',
      'speaks ZMTP 1, not 3',
    ],
    [
      'encryption',
      encodeGreeting().fill(0x58, 12, 16),
      'InvalidResponse',
      'mechanism "XXXX"',
    ],
    [
      'a huge message',
      Buffer.concat([
        encodeGreeting(),
        Buffer.from([2, 0, 0, 255, 255, 255, 255, 255, 255]),
      ]),
      'TooLarge',
      'more than 1000 bytes',
    ],
    [
      'endless parts',
      Buffer.concat([
        encodeGreeting(),
        ...Array(9).fill(
          Buffer.concat([Buffer.from([1, 200]), Buffer.alloc(200)]),
        ),
      ]),
      'TooLarge',
      'more than 1000 bytes',
    ],
  ])('refuses %s', (_what, bytes, code, words) => {
    const parse = () => new ZmtpParser(1_000).push(bytes);
    expect(parse).toThrow(words);
    expect(parse).toThrow(expect.objectContaining({ code }));
  });

  it('takes any bytes with an event or a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const parser = new ZmtpParser(1_000);
        parser.push(encodeGreeting());
        expect(failureOf(() => parser.push(bytes))).toBe('none or typed');
      }),
    );
  });
});

describe('decodeNotification', () => {
  it.each([
    ['of no topic', 'json-other:{}', 'a message of no topic: "json-other:{}"'],
    ['not JSON', 'json-full-txpool_add:[', 'json-full-txpool_add: is no JSON'],
    [
      'of another form',
      'json-minimal-txpool_add:[{"id":1}]',
      'json-minimal-txpool_add.list[0].id: expected 64 hexadecimal digits, got 1',
    ],
  ])('refuses what is %s', (_what, text, words) => {
    expect(() => decodeNotification(Buffer.from(text))).toThrow(words);
  });
});

describe('Mailbox', () => {
  it('drops the oldest and counts them', () => {
    const box = new Mailbox<number>({ maxMessages: 3, maxBytes: 100 });
    [1, 2, 3, 4].forEach(each => box.put(each, 10));
    box.put(5, 95);
    expect([box.takeDropped(), box.takeDropped()]).toEqual([4, 0]);
    expect([box.take(), box.take()]).toEqual([5, undefined]);
  });
});

describe('subscribe', () => {
  let server: Server;
  let sockets: Socket[];
  let port: number;
  /** What the server does once somebody has subscribed. */
  let publish: (socket: Socket) => void;

  async function listen(at = 0): Promise<void> {
    server = createServer(socket => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.write(encodeGreeting());
      socket.write(encodeReady('PUB'));
      socket.on('data', chunk => {
        if (chunk.includes('json-')) publish(socket);
      });
    }).listen(at, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }

  async function close(): Promise<void> {
    sockets.splice(0).forEach(socket => socket.destroy());
    server.close();
    await once(server, 'close');
  }

  beforeEach(async () => {
    sockets = [];
    publish = socket => socket.write(encodeMessage(Buffer.from(MINED)));
    await listen();
  });

  afterEach(close);

  const start = (options: object = {}) =>
    subscribe({
      url: `tcp://127.0.0.1:${port}`,
      topics: ['json-minimal-chain_main'],
      ...options,
    });

  it('gives what is published, and hangs up when it is left', async () => {
    const news = start();
    expect((await news.next()).value).toEqual({
      topic: 'json-minimal-chain_main',
      first: 7,
      previousHash: HASH,
      hashes: [HASH],
    });
    const closed = once(sockets[0], 'close');
    await news.return();
    await closed;
  });

  it('ends without an error when its signal fires', async () => {
    const ending = new AbortController();
    const news = start({ signal: ending.signal });
    await news.next();
    const next = news.next();
    ending.abort();
    expect(await next).toEqual({ value: undefined, done: true });
  });

  it('says how many a slow reader has missed', async () => {
    publish = socket =>
      socket.write(
        Buffer.concat(
          [7, 8, 9, 10].map(first => encodeMessage(Buffer.from(blocks(first)))),
        ),
      );
    const news = start({ maxBuffered: 2 });
    expect((await news.next()).value).toEqual({
      topic: 'gap',
      reason: 'slow',
      dropped: 2,
    });
    expect((await news.next()).value).toMatchObject({ first: 9 });
    expect((await news.next()).value).toMatchObject({ first: 10 });
    await news.return();
  });

  it('connects again, and says so', async () => {
    const news = start();
    await news.next();
    const next = news.next();
    const again = port;
    await close();
    await listen(again);
    expect((await next).value).toMatchObject({
      topic: 'gap',
      reason: 'reconnected',
      error: { code: 'Unreachable' },
    });
    expect((await news.next()).value).toMatchObject({ first: 7 });
    await news.return();
  });

  it('fails when nobody is there the first time', async () => {
    await close();
    await expect(start().next()).rejects.toMatchObject({
      code: 'Unreachable',
      message: `ZMQ: 127.0.0.1:${port}: ECONNREFUSED`,
    });
    await listen();
  });

  it('fails for a server that says nothing', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const at = (silent.address() as AddressInfo).port;
    await expect(
      start({ url: `tcp://127.0.0.1:${at}`, timeoutMs: 100 }).next(),
    ).rejects.toMatchObject({ code: 'Unreachable' });
    silent.close();
  });

  it('fails for what no daemon sends, and does not try again', async () => {
    publish = socket => socket.write(encodeMessage(Buffer.from('x:{}')));
    await expect(start().next()).rejects.toMatchObject({
      code: 'InvalidResponse',
    });
    expect(sockets).toHaveLength(1);
  });

  it.each(['http://h:1', 'tcp://h', 'h:1', ''])('refuses %j', url => {
    expect(() => start({ url })).toThrow(`url: ${JSON.stringify(url)} is not`);
  });
});
