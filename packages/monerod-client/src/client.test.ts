import { createHash } from 'node:crypto';
import { Agent } from 'undici';
import { FakeDaemon, fakeDaemon, rpcResult } from './__testUtils__/fakeDaemon';
import {
  createDaemonClient,
  createRestrictedDaemonClient,
  DaemonClient,
  DaemonClientOptions,
  RestrictedDaemonClient,
} from './client';
import { MonerodError } from './errors';
import { createLightDaemonClient } from './lightClient';

type Handler = Parameters<typeof fakeDaemon>[0];

const COUNT = rpcResult({ status: 'OK', count: 7 });

const KINDS = [
  ['undici', createDaemonClient],
  ['node:http', createLightDaemonClient],
] as const;

describe.each(KINDS)('over %s', (_kind, create) => {
  let daemons: FakeDaemon[] = [];
  let clients: DaemonClient[] = [];

  async function start(
    handler: Handler,
    options: Partial<DaemonClientOptions> = {},
  ) {
    const daemon = await fakeDaemon(handler);
    const client = create({ url: daemon.url, ...options });
    daemons.push(daemon);
    clients.push(client);
    return { daemon, client };
  }

  const failure = (promise: Promise<unknown>): Promise<MonerodError> =>
    promise.then(
      () => Promise.reject(new Error('expected a failure')),
      error => error,
    );

  afterEach(async () => {
    await Promise.all(daemons.map(daemon => daemon.stop()));
    await Promise.all(clients.map(client => client.close()));
    daemons = [];
    clients = [];
  });

  describe('a call', () => {
    it('sends JSON-RPC and decodes the result', async () => {
      const { daemon, client } = await start((_, response) =>
        response.end(COUNT),
      );
      await expect(client.getBlockCount()).resolves.toBe(7);
      expect(daemon.requests).toEqual([
        {
          path: '/json_rpc',
          body: '{"jsonrpc":"2.0","id":"0","method":"get_block_count","params":{}}',
          authorization: undefined,
        },
      ]);
    });

    it('sends parameters as monerod names them', async () => {
      const hash = 'ab'.repeat(32);
      const { daemon, client } = await start((_, response) =>
        response.end(rpcResult({ status: 'OK', blocks: [hash], height: 9 })),
      );
      await expect(
        client.generateBlocks({ blocks: 1, walletAddress: '42w' }),
      ).resolves.toEqual({ hashes: [hash], height: 10 });
      expect(JSON.parse(daemon.requests[0].body).params).toEqual({
        amount_of_blocks: 1,
        wallet_address: '42w',
      });
    });

    it('keeps connections open, and at most three: what monerod takes from one address', async () => {
      const { daemon, client } = await start((_, response) =>
        response.end(COUNT),
      );
      await Promise.all(
        Array.from({ length: 20 }, () => client.getBlockCount()),
      );
      expect([daemon.requests.length, daemon.connections()]).toEqual([20, 3]);
    });
  });

  describe('a call fails', () => {
    it.each<[string, Handler, object]>([
      [
        'Busy while the daemon synchronizes, instead of its zeros',
        (_, r) => r.end(rpcResult({ status: 'BUSY', count: 0 })),
        {
          code: 'Busy',
          status: 'BUSY',
          retryable: true,
          message: 'get_block_count: the daemon is still synchronizing',
        },
      ],
      [
        'RpcError with the words of another status',
        (_, r) => r.end(rpcResult({ status: 'Failed' })),
        {
          code: 'RpcError',
          status: 'Failed',
          message: 'get_block_count: Failed',
        },
      ],
      [
        'RpcError with code and message',
        (_, r) =>
          r.end('{"error":{"code":-4,"message":"no such block"},"id":"0"}'),
        {
          code: 'RpcError',
          rpcCode: -4,
          unsupported: false,
          message: 'get_block_count: no such block (-4)',
        },
      ],
      [
        'RpcError, unsupported, for a method that the listener denies',
        (_, r) =>
          r.end('{"error":{"code":-32601,"message":"Method not found"}}'),
        {
          code: 'RpcError',
          rpcCode: -32601,
          unsupported: true,
          retryable: false,
        },
      ],
      [
        'HttpStatus, unsupported, for a path that the listener denies',
        (_, r) => r.writeHead(404).end(),
        { code: 'HttpStatus', httpStatus: 404, unsupported: true },
      ],
      [
        'HttpStatus for a proxy that has no daemon',
        (_, r) => r.writeHead(502).end('x'.repeat(200_000)),
        {
          code: 'HttpStatus',
          httpStatus: 502,
          unsupported: false,
          message: 'get_block_count: the daemon answered HTTP 502',
        },
      ],
      [
        'HttpStatus for a redirect, which is not followed',
        (_, r) => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
        { code: 'HttpStatus', httpStatus: 302 },
      ],
      [
        'Unauthorized without credentials',
        (_, r) =>
          r
            .writeHead(401, { 'www-authenticate': 'Digest realm="monero-rpc"' })
            .end(),
        {
          code: 'Unauthorized',
          httpStatus: 401,
          message:
            'get_block_count: the daemon wants a login (--rpc-login): pass credentials',
        },
      ],
      [
        'InvalidResponse for HTML',
        (_, r) => r.end('<html>'),
        {
          code: 'InvalidResponse',
          message: 'get_block_count: the answer is not JSON: "<html>"',
        },
      ],
      [
        'InvalidResponse for an empty answer',
        (_, r) => r.end(),
        {
          code: 'InvalidResponse',
          message: 'get_block_count: the answer is not JSON: ""',
        },
      ],
      [
        'InvalidResponse for half an answer that says it is whole',
        (_, r) => r.end('{"result":{"count":'),
        { code: 'InvalidResponse' },
      ],
      [
        'InvalidResponse for JSON that is nested too deeply',
        (_, r) => r.end('['.repeat(500_000)),
        { code: 'InvalidResponse' },
      ],
      [
        'InvalidResponse without result',
        (_, r) => r.end('{}'),
        {
          code: 'InvalidResponse',
          message: 'get_block_count.result: expected an object, got nothing',
        },
      ],
      [
        'InvalidResponse for a wrong type',
        (_, r) => r.end(rpcResult({ status: 'OK', count: 'many' })),
        {
          code: 'InvalidResponse',
          message:
            'get_block_count.result.count: expected an integer from 0 to 2^53 - 1, got "many"',
        },
      ],
      [
        'InvalidResponse for what is not HTTP',
        request => request.socket.end('SSH-2.0-OpenSSH\r\n'),
        { code: 'InvalidResponse' },
      ],
      [
        'InvalidResponse for headers without end',
        (_, r) => r.socket?.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`),
        { code: 'InvalidResponse' },
      ],
      [
        'Unreachable when the connection is cut before the answer',
        request => request.socket.destroy(),
        { code: 'Unreachable', retryable: true },
      ],
      [
        'Unreachable when the connection is cut within the answer',
        (_, r) => {
          r.writeHead(200, { 'content-length': 100 });
          r.write('{"result"');
          setImmediate(() => r.socket?.destroy());
        },
        { code: 'Unreachable' },
      ],
    ])('as %s', async (_sentence, handler, expected) => {
      const { client } = await start(handler);
      const error = await failure(client.getBlockCount());
      expect(error).toBeInstanceOf(MonerodError);
      expect(error).toMatchObject({ call: 'get_block_count', ...expected });
    });

    it('as Unreachable where nobody listens', async () => {
      const { daemon, client } = await start((_, response) =>
        response.end(COUNT),
      );
      await daemon.stop();
      daemons = [];
      const error = await failure(client.getBlockCount());
      expect(error.code).toBe('Unreachable');
      expect(error.message).toMatch(
        /^get_block_count: no answer from http:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED/,
      );
    });

    it('as TooLarge without reading on', async () => {
      const { daemon, client } = await start(
        (_, response) => {
          const more = () => {
            while (response.write('x'.repeat(64 * 1024)));
          };
          response.on('drain', more);
          more();
        },
        { maxResponseBytes: 100_000 },
      );
      const error = await failure(client.getBlockCount());
      expect([error.code, error.message]).toEqual([
        'TooLarge',
        'get_block_count: the answer is larger than 100000 bytes',
      ]);
      expect(daemon.requests).toHaveLength(1);
    });
  });

  describe('a deadline', () => {
    it.each<[string, Handler]>([
      ['a daemon that says nothing', () => undefined],
      [
        'a daemon that stops within its answer',
        (_, r) => r.writeHead(200, { 'content-length': 9 }).write('{'),
      ],
      [
        'a daemon that sends byte by byte',
        (_, r) => {
          const timer = setInterval(() => r.write(' '), 5);
          r.on('close', () => clearInterval(timer));
        },
      ],
      [
        'a daemon that refuses at length',
        (_, r) => r.writeHead(500).write('x'),
      ],
    ])('ends a call to %s', async (_sentence, handler) => {
      const { client } = await start(handler);
      const error = await failure(client.getBlockCount({ timeoutMs: 50 }));
      expect([error.code, error.message]).toEqual([
        'Timeout',
        'get_block_count: no complete answer within 50 ms',
      ]);
    });

    it("is the client's where the call names none", async () => {
      const { client } = await start(() => undefined, { timeoutMs: 40 });
      const error = await failure(client.getInfo());
      expect(error.message).toBe('get_info: no complete answer within 40 ms');
    });

    it('counts the time spent waiting for a free connection', async () => {
      const { client } = await start(() => undefined);
      const errors = await Promise.all(
        [1, 2, 3, 4, 5].map(() =>
          failure(client.getBlockCount({ timeoutMs: 50 })),
        ),
      );
      expect(errors.map(error => error.code)).toEqual(Array(5).fill('Timeout'));
    });
  });

  describe('an abort signal', () => {
    it('ends a call under way', async () => {
      const controller = new AbortController();
      const { client } = await start(() => controller.abort('enough'));
      const error = await failure(
        client.getBlockCount({ signal: controller.signal }),
      );
      expect([error.code, error.cause]).toEqual(['Aborted', 'enough']);
    });

    it('keeps a call from being sent', async () => {
      const { daemon, client } = await start((_, response) =>
        response.end(COUNT),
      );
      const error = await failure(
        client.getBlockCount({ signal: AbortSignal.abort() }),
      );
      expect(error.code).toBe('Aborted');
      expect(daemon.requests).toHaveLength(0);
    });
  });

  describe('a closed client', () => {
    it('may be closed again, and says so to later calls', async () => {
      const { client } = await start((_, response) => response.end(COUNT));
      await client.getBlockCount();
      await Promise.all([client.close(), client.close()]);
      await client.close();
      const error = await failure(client.getBlockCount());
      expect([error.code, error.message]).toEqual([
        'Aborted',
        'get_block_count: the client is closed',
      ]);
    });
  });

  describe('a login', () => {
    const md5 = (...parts: string[]) =>
      createHash('md5').update(parts.join(':')).digest('hex');

    /** Like monerod: a nonce for each connection, used in order, once per number. */
    let sessions = new WeakMap<object, { nonce: string; count: number }>();
    function guarded(password: string, algorithms: string[]): Handler {
      return (request, response) => {
        const session = sessions.get(request.socket) ?? { nonce: '', count: 0 };
        const given = Object.fromEntries(
          [
            ...(request.headers.authorization ?? '').matchAll(
              /(\w+)="?([^",]+)"?/g,
            ),
          ].map(([, key, value]) => [key, value]),
        );
        const base = md5('alice', 'monero-rpc', password);
        const ha1 =
          given.algorithm === 'MD5-sess'
            ? md5(base, given.nonce, given.cnonce)
            : base;
        const wanted = md5(
          ha1,
          session.nonce,
          given.nc,
          given.cnonce,
          'auth',
          md5('POST', request.url ?? ''),
        );
        if (
          session.nonce &&
          given.response === wanted &&
          parseInt(given.nc, 16) === session.count + 1
        ) {
          session.count += 1;
          response.end(COUNT);
          return;
        }
        const nonce = Math.random().toString(36);
        sessions.set(request.socket, { nonce, count: 0 });
        const challenges = algorithms.map(
          each =>
            `Digest qop="auth",algorithm=${each},realm="monero-rpc",nonce="${nonce}",stale=false`,
        );
        response.writeHead(401, { 'www-authenticate': challenges }).end('no');
      };
    }
    const credentials = { username: 'alice', password: 's3:cret' };

    it.each([[['MD5', 'MD5-sess']], [['MD5-sess']], [['SHA-256', 'MD5']]])(
      'answers a challenge with %j',
      async algorithms => {
        const { client } = await start(guarded('s3:cret', algorithms), {
          credentials,
        });
        await expect(client.getBlockCount()).resolves.toBe(7);
      },
    );

    it('is made once for many calls, also at the same time', async () => {
      const { daemon, client } = await start(guarded('s3:cret', ['MD5']), {
        credentials,
      });
      await Promise.all([1, 2, 3, 4].map(() => client.getBlockCount()));
      await client.getBlockCount();
      expect([daemon.requests.length, daemon.connections()]).toEqual([6, 1]);
    });

    it('is made again when the daemon has forgotten it', async () => {
      const { daemon, client } = await start(guarded('s3:cret', ['MD5']), {
        credentials,
      });
      await client.getBlockCount();
      sessions = new WeakMap();
      await expect(client.getBlockCount()).resolves.toBe(7);
      expect(daemon.requests).toHaveLength(4);
    });

    it('fails as Unauthorized with a wrong password, after two requests', async () => {
      const { daemon, client } = await start(guarded('other', ['MD5']), {
        credentials,
      });
      const error = await failure(client.getBlockCount());
      expect([error.code, error.message]).toEqual([
        'Unauthorized',
        'get_block_count: the daemon does not take these credentials',
      ]);
      expect(daemon.requests).toHaveLength(2);
    });

    it('fails as Unauthorized where only other kinds are offered, and sends no secret', async () => {
      const { daemon, client } = await start(
        (_, r) =>
          r.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
        { credentials },
      );
      const error = await failure(client.getBlockCount());
      expect([error.code, error.message]).toEqual([
        'Unauthorized',
        'get_block_count: the daemon wants a login of a kind other than digest with MD5',
      ]);
      expect(daemon.requests.map(request => request.authorization)).toEqual([
        undefined,
      ]);
    });

    it('lets waiting calls end in time when the one before hangs', async () => {
      const { daemon, client } = await start(() => undefined, { credentials });
      const errors = await Promise.all([
        failure(client.getBlockCount({ timeoutMs: 120 })),
        failure(client.getInfo({ timeoutMs: 30 })),
      ]);
      expect(errors.map(error => error.message)).toEqual([
        'get_block_count: no complete answer within 120 ms',
        'get_info: no complete answer within 30 ms',
      ]);
      expect(daemon.requests).toHaveLength(1);
    });
  });
});

it('uses the connections it is given, and leaves them open', async () => {
  const daemon = await fakeDaemon((_, response) => response.end(COUNT));
  const dispatcher = new Agent({ connections: 1 });
  const client = createDaemonClient({ url: daemon.url, dispatcher });
  await client.getBlockCount();
  await client.close();
  await expect(client.getBlockCount()).resolves.toBe(7);
  await dispatcher.close();
  await daemon.stop();
});

describe('the two kinds of client', () => {
  it('differ in what they offer', () => {
    const restricted = createRestrictedDaemonClient({
      url: 'http://127.0.0.1:9',
    });
    // @ts-expect-error the restricted listener denies it
    expect(restricted.getConnections).toBeUndefined();
    // @ts-expect-error the restricted listener denies it
    expect(restricted.generateBlocks).toBeUndefined();
  });

  it('fit where only the restricted one is asked for', () => {
    const client: RestrictedDaemonClient = createDaemonClient({
      url: 'http://127.0.0.1:9',
    });
    expect(typeof client.getInfo).toBe('function');
  });

  it.each<[string, Partial<DaemonClientOptions>, string]>([
    [
      'a word for a URL',
      { url: 'monerod' },
      'url: "monerod" is not an http or https URL such as http://127.0.0.1:18081',
    ],
    [
      'another protocol',
      { url: 'ftp://host' },
      'url: "ftp://host" is not an http or https URL such as http://127.0.0.1:18081',
    ],
    [
      'a path',
      { url: 'http://host:1/json_rpc' },
      'url: "http://host:1/json_rpc" has a path; the daemon\'s address alone is wanted, such as http://host:1',
    ],
    [
      'a password in the URL',
      { url: 'http://a:b@host' },
      'url: holds a password; pass credentials instead',
    ],
    [
      'no deadline',
      { timeoutMs: 0 },
      'timeoutMs: 0 is not an integer from 1 to 2147483647',
    ],
    [
      'a fraction of a byte',
      { maxResponseBytes: 1.5 },
      'maxResponseBytes: 1.5 is not an integer from 1 to 536870912',
    ],
    [
      'a user name that would break out of the header',
      { credentials: { username: 'a"', password: '' } },
      'credentials.username: must not be empty or hold quotes, backslashes, colons or control characters',
    ],
  ])('refuse %s', (_sentence, options, message) => {
    expect(() =>
      createDaemonClient({ url: 'http://host', ...options }),
    ).toThrow(new TypeError(message));
  });
});
