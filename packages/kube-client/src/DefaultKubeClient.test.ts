import { createKubeClient } from './DefaultKubeClient';
import { RESOURCES } from './resources';
import { makeCertificate } from './testing/certificate';
import {
  failure,
  json,
  podList,
  ScriptedServer,
  stream,
} from './testing/ScriptedServer';
import { KubeClient, KubeClientOptions, RequestRecord } from './types';

const { pods } = RESOURCES;
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'monero' },
};

describe('createKubeClient', () => {
  let server: ScriptedServer;
  let client: KubeClient;

  async function connect(options: KubeClientOptions = {}) {
    server = await ScriptedServer.start();
    client = createKubeClient(
      { server: `http://127.0.0.1:${server.port}`, token: 'secret' },
      options,
    );
  }

  afterEach(async () => {
    await client.close();
    await server.stop();
  });

  it('sends token and agent, and reuses one connection', async () => {
    await connect({ userAgent: 'test/1' });
    server.answer(json(200, pod), json(200, pod), json(200, pod));
    for (const name of ['a', 'b', 'c']) await client.get(pods, 'monero', name);
    expect(server.connections).toBe(1);
    expect(server.seen[2].url.pathname).toBe(
      '/api/v1/namespaces/monero/pods/c',
    );
    expect(server.seen[0].headers).toMatchObject({
      authorization: 'Bearer secret',
      'user-agent': 'test/1',
    });
  });

  it('asks a token function before each request', async () => {
    server = await ScriptedServer.start();
    let count = 0;
    client = createKubeClient({
      server: `http://127.0.0.1:${server.port}`,
      token: async () => `t${(count += 1)}`,
    });
    server.answer(json(200, pod), json(200, pod));
    await client.get(pods, 'monero', 'a');
    await client.get(pods, 'monero', 'a');
    expect(server.seen.map(each => each.headers.authorization)).toEqual([
      'Bearer t1',
      'Bearer t2',
    ]);
  });

  it('speaks TLS to a server of the given authority and to no other', async () => {
    const { cert, key } = makeCertificate();
    server = await ScriptedServer.start({ cert, key });
    const url = `https://127.0.0.1:${server.port}`;
    client = createKubeClient({ server: url, caData: cert });
    server.answer(json(200, pod));
    await expect(client.get(pods, 'monero', 'a')).resolves.toMatchObject(pod);
    const stranger = createKubeClient({ server: url });
    await expect(stranger.get(pods, 'monero', 'a')).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.stringContaining('self-signed'),
    });
    await stranger.close();
  });

  it('reads all pages and leaves managedFields out', async () => {
    await connect();
    server.answer(
      json(200, podList('7', ['a', 'b'], 'more')),
      json(200, podList('7', ['c'])),
    );
    const list = await client.list(pods, {
      namespace: 'monero',
      labelSelector: 'app=monerod',
      limit: 2,
    });
    expect(list.resourceVersion).toBe('7');
    expect(list.items.map(item => item.metadata.name)).toEqual(['a', 'b', 'c']);
    expect(list.items[0]).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', namespace: 'monero', resourceVersion: '7' },
    });
    expect(server.seen[1].url.search).toBe(
      '?labelSelector=app%3Dmonerod&limit=2&continue=more',
    );
  });

  it('starts a list over, in one piece, when its pages expired', async () => {
    await connect();
    server.answer(
      json(200, podList('7', ['a'], 'more')),
      json(410, failure(410, 'Expired', 'too old')),
      json(200, podList('9', ['a', 'b'])),
    );
    const list = await client.list(pods, { namespace: 'monero' });
    expect(list.items).toHaveLength(2);
    expect(server.seen[2].url.search).toBe('');
  });

  it('applies server-side with the header that says so', async () => {
    await connect();
    server.answer(json(200, pod));
    await client.apply(pods, pod, {
      fieldManager: 'me',
      subresource: 'status',
    });
    const [{ method, url, headers, body }] = server.seen;
    expect(method).toBe('PATCH');
    expect(`${url.pathname}${url.search}`).toBe(
      '/api/v1/namespaces/monero/pods/a/status?fieldManager=me&force=true',
    );
    expect(headers['content-type']).toBe('application/apply-patch+yaml');
    expect(JSON.parse(body)).toEqual(pod);
  });

  it('deletes under preconditions', async () => {
    await connect();
    server.answer(json(200, {}));
    await client.delete(pods, 'monero', 'a', {
      preconditions: { uid: 'u' },
      propagationPolicy: 'Orphan',
    });
    expect(server.seen[0].method).toBe('DELETE');
    expect(JSON.parse(server.seen[0].body)).toMatchObject({
      preconditions: { uid: 'u' },
      propagationPolicy: 'Orphan',
    });
  });

  it('reaches a pod through the proxy, whatever it answers', async () => {
    await connect();
    server.answer((_, response) => {
      response.writeHead(503);
      response.end('184 blocks behind');
    });
    await expect(
      client.podProxy('monero', 'a-0', 9000, '/readyz'),
    ).resolves.toEqual({ status: 503, text: '184 blocks behind' });
    expect(server.seen[0].url.pathname).toBe(
      '/api/v1/namespaces/monero/pods/a-0%3A9000/proxy/readyz',
    );
  });

  it.each([
    [401, 'Unauthorized', 'Unauthorized'],
    [403, 'Forbidden', 'Forbidden'],
    [404, 'NotFound', 'NotFound'],
    [409, 'Conflict', 'Conflict'],
    [409, 'AlreadyExists', 'AlreadyExists'],
    [410, 'Expired', 'Expired'],
    [422, 'Invalid', 'Invalid'],
    [429, 'TooManyRequests', 'TooManyRequests'],
    [500, 'InternalError', 'Server'],
    [504, 'Timeout', 'Timeout'],
  ])('turns %d %s into code %s', async (status, reason, code) => {
    await connect();
    server.answer(json(status, failure(status, reason, 'because')));
    await expect(client.get(pods, 'monero', 'a')).rejects.toMatchObject({
      name: 'KubeError',
      code,
      status,
      message: expect.stringContaining('because'),
    });
  });

  it('takes the refusal of an unknown field for what it is, though the server calls it its own error', async () => {
    await connect();
    const message =
      'failed to create typed patch object: .spec.x: field not declared in schema';
    server.answer(json(500, failure(500, 'InternalError', message)));
    await expect(
      client.apply(pods, pod, { fieldManager: 'me' }),
    ).rejects.toMatchObject({ code: 'Invalid', transient: false });
  });

  it('keeps the causes of a rejected field', async () => {
    await connect();
    const cause = {
      field: 'spec.x',
      message: 'is wrong',
      reason: 'FieldValueInvalid',
    };
    server.answer(
      json(422, {
        ...failure(422, 'Invalid', 'no'),
        details: { causes: [cause] },
      }),
    );
    await expect(client.create(pods, pod)).rejects.toMatchObject({
      causes: [cause],
    });
  });

  it('comes back after the Retry-After of a 429', async () => {
    await connect();
    server.answer(
      json(429, failure(429, 'TooManyRequests', 'busy'), {
        'retry-after': '0',
      }),
      json(200, pod),
    );
    await expect(client.get(pods, 'monero', 'a')).resolves.toMatchObject(pod);
  });

  it('does not wait for a Retry-After beyond its deadline', async () => {
    await connect({ timeoutMs: 500 });
    server.answer(
      json(429, failure(429, 'TooManyRequests', 'busy'), {
        'retry-after': '60',
      }),
    );
    await expect(client.get(pods, 'monero', 'a')).rejects.toMatchObject({
      code: 'TooManyRequests',
      retryAfterMs: 60_000,
    });
  });

  it('is never told to stay away for longer than five minutes', async () => {
    await connect();
    const busy = failure(429, 'TooManyRequests', 'busy');
    server.answer(json(429, busy, { 'retry-after': '99999999999' }));
    await expect(client.get(pods, 'monero', 'a')).rejects.toMatchObject({
      retryAfterMs: 300_000,
    });
  });

  it('asks its guard before a request is sent, and before it is sent again', async () => {
    const asked: string[] = [];
    await connect({
      guard: ({ method, path }) => {
        asked.push(`${method} ${path.split('/').pop()}`);
        if (asked.length === 3) throw new Error('no longer allowed');
      },
    });
    server.answer(
      json(200, pod),
      json(429, failure(429, 'TooManyRequests', 'busy'), {
        'retry-after': '0',
      }),
    );
    await client.get(pods, 'monero', 'a');
    await expect(client.delete(pods, 'monero', 'a')).rejects.toThrow(
      'no longer allowed',
    );
    expect(asked).toEqual(['GET a', 'DELETE a', 'DELETE a']);
    expect(server.seen).toHaveLength(2);
  });

  it('repeats a request whose idle connection the server had closed', async () => {
    await connect();
    server.answer(
      json(200, pod),
      (_, response) => response.socket?.resetAndDestroy(),
      json(200, pod),
    );
    await client.get(pods, 'monero', 'a');
    await expect(client.get(pods, 'monero', 'a')).resolves.toMatchObject(pod);
  });

  it('gives up on a server that is silent', async () => {
    await connect();
    server.answer(() => {});
    await expect(
      client.get(pods, 'monero', 'a', { timeoutMs: 20 }),
    ).rejects.toMatchObject({
      code: 'Timeout',
      message: expect.stringContaining('20 ms'),
    });
  });

  it('gives up on a body that never ends', async () => {
    await connect();
    server.answer(stream(['{']));
    await expect(
      client.get(pods, 'monero', 'a', { timeoutMs: 50 }),
    ).rejects.toMatchObject({ code: 'Timeout' });
  });

  it('stops when the caller does', async () => {
    await connect();
    server.answer(() => {});
    const stop = new AbortController();
    const call = client.get(pods, 'monero', 'a', { signal: stop.signal });
    const outcome = call.catch(error => error);
    await server.requests(1);
    stop.abort();
    expect(await outcome).toMatchObject({ code: 'Aborted' });
  });

  it('refuses a body that is too large', async () => {
    await connect();
    server.answer(json(200, { ...pod, padding: 'x'.repeat(5000) }));
    await expect(
      client.get(pods, 'monero', 'a', { maxBytes: 1000 }),
    ).rejects.toMatchObject({ code: 'TooLarge' });
  });

  it.each(['<html>welcome</html>', '[]', 'null', '"x"', '{"items":3}'])(
    'tells that %s is no answer of an API server',
    async body => {
      await connect();
      const answer = (_: unknown, response: { end(text: string): void }) =>
        response.end(body);
      server.answer(answer, answer);
      const expected = {
        code: 'Server',
        message: expect.stringContaining('is this an API server'),
      };
      await expect(client.get(pods, 'monero', 'a')).rejects.toMatchObject(
        expected,
      );
      await expect(client.list(pods)).rejects.toMatchObject(expected);
    },
  );

  it('says where it cannot connect to', async () => {
    await connect();
    const { port } = server;
    await server.stop();
    await expect(client.get(pods, 'monero', 'a')).rejects.toMatchObject({
      code: 'Unreachable',
      status: 0,
      message: expect.stringMatching(
        new RegExp(`127.0.0.1:${port}/api/v1.*ECONNREFUSED`),
      ),
    });
  });

  it('reports every request', async () => {
    const records: RequestRecord[] = [];
    await connect({ onRequest: record => records.push(record) });
    server.answer(json(404, failure(404, 'NotFound', 'no')), () => {});
    await client.get(pods, 'monero', 'a').catch(() => {});
    await client.get(pods, 'monero', 'a', { timeoutMs: 10 }).catch(() => {});
    expect(records.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 404],
      ['GET', 0],
    ]);
  });

  it('refuses a name without a namespace before asking', async () => {
    await connect();
    await expect(client.get(pods, undefined, 'a')).rejects.toMatchObject({
      code: 'Config',
    });
    expect(server.seen).toHaveLength(0);
  });

  it('ends open requests when closed', async () => {
    await connect();
    server.answer(() => {});
    const call = client.get(pods, 'monero', 'a');
    const outcome = call.catch(error => error);
    await server.requests(1);
    await client.close();
    expect(await outcome).toMatchObject({ code: 'Unreachable' });
  });
});
