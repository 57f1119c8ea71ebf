import { violationsOf } from '../schemas';
import { MoneroClient } from './MoneroClient';

const discoveryApi = {
  getBaseUrl: async (plugin: string) => `http://portal/api/${plugin}`,
};

function clientWith(
  answer: (url: string, init: RequestInit) => Promise<Response> | Response,
) {
  const calls: { url: string; init: RequestInit }[] = [];
  const client = new MoneroClient({
    discoveryApi,
    fetchApi: {
      fetch: async (url, init = {}) => {
        calls.push({ url, init });
        return answer(url, init);
      },
    },
  });
  return { client, calls };
}

const emptyList = () => Response.json({ items: [] });

describe('MoneroClient', () => {
  it('asks with a filter and a token', async () => {
    const { client, calls } = clientWith(emptyList);
    await expect(
      client.getProposals(
        { state: 'proposed', name: 'web', owner: undefined },
        { token: 'abc' },
      ),
    ).resolves.toEqual({ items: [] });
    expect(calls[0].url).toBe(
      'http://portal/api/monero/proposals?state=proposed&name=web',
    );
    expect(calls[0].init.headers).toEqual({ Authorization: 'Bearer abc' });
  });

  it('asks for a node set by its address', async () => {
    const { client, calls } = clientWith(
      () => new Response('', { status: 404 }),
    );
    await expect(
      client.getNodeSet({ cluster: 'eu-1', namespace: 'monero', name: 'web' }),
    ).rejects.toThrow('404');
    expect(calls[0].url).toBe(
      'http://portal/api/monero/node-sets/eu-1/monero/web',
    );
  });

  const network = {
    kind: 'MoneroNetwork',
    cluster: 'eu-1',
    namespace: 'monero',
    name: 'net',
  } as const;

  it('asks for a manifest by kind and address of its object', async () => {
    const answer = {
      manifest: 'kind: A\n',
      path: 'a.yaml',
      head: 'abc',
      blob: 'def',
    };
    const { client, calls } = clientWith(() => Response.json(answer));
    await expect(client.getManifest(network)).resolves.toEqual(answer);
    expect(calls[0].url).toBe(
      'http://portal/api/monero/manifests/MoneroNetwork/eu-1/monero/net',
    );
  });

  it('asks who else is about to change an object', async () => {
    const { client, calls } = clientWith(emptyList);
    await client.getOpenProposals(network);
    expect(calls[0].url).toBe(
      'http://portal/api/monero/proposals?kind=MoneroNetwork&cluster=eu-1&namespace=monero&name=net&state=open',
    );
  });

  it.each([
    { cluster: '..', namespace: 'monero', name: 'web' },
    { cluster: 'dev', namespace: '../..', name: 'web' },
    { cluster: 'dev', namespace: 'monero', name: 'x?y' },
  ])('asks nothing for %j', async ref => {
    const { client, calls } = clientWith(emptyList);
    await expect(client.getNodeSet(ref)).rejects.toMatchObject({
      code: 'BadRequest',
    });
    await expect(
      client.getManifest({ ...ref, kind: 'MoneroNodeSet' }),
    ).rejects.toMatchObject({ code: 'BadRequest' });
    expect(calls).toEqual([]);
  });

  it('carries the violations of a refused manifest', async () => {
    const violations = [{ path: 'spec.replicas', message: 'must be integer' }];
    const { client } = clientWith(() =>
      Response.json(
        {
          error: { name: 'InputError', message: 'refused', violations },
          response: { statusCode: 400 },
        },
        { status: 400 },
      ),
    );
    const error = await client
      .propose({
        title: 'Add web',
        cluster: 'dev',
        namespace: 'monero',
        name: 'web',
        kind: 'MoneroNodeSet',
        manifest: 'x',
      })
      .catch(reason => reason);
    expect(error).toMatchObject({
      name: 'ResponseError',
      cause: { name: 'InputError', message: 'refused' },
    });
    expect(violationsOf(error)).toEqual(violations);
  });

  it.each([
    ['no JSON', () => new Response('<html>'), 'BadAnswer'],
    ['another shape', () => Response.json({ items: 3 }), 'BadAnswer'],
    [
      'nobody there',
      () => Promise.reject(new TypeError('fetch failed')),
      'Unreachable',
    ],
  ])('names the trouble: %s', async (_, answer, code) => {
    const { client } = clientWith(answer);
    await expect(client.getClusters()).rejects.toMatchObject({
      name: 'MoneroClientError',
      code,
    });
  });

  it('gives up at its deadline', async () => {
    const { client } = clientWith(
      (_, { signal }) =>
        new Promise((__, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    await expect(client.getClusters({ timeoutMs: 5 })).rejects.toMatchObject({
      code: 'Timeout',
      message:
        'http://portal/api/monero/clusters did not answer within 0.005 s.',
    });
  });

  it('ends when its caller does', async () => {
    const { client } = clientWith(async (_, { signal }) => {
      signal?.throwIfAborted();
      return emptyList();
    });
    await expect(
      client.getClusters({ signal: AbortSignal.abort(new Error('left')) }),
    ).rejects.toThrow('left');
  });
});
