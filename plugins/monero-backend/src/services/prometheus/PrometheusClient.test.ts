import { createKubeClient, type KubeClient } from '@monero-portal/kube-client';
import {
  failure,
  json,
  makeCertificate,
  ScriptedServer,
  type Answer,
} from '@monero-portal/kube-client/testing';
import { PrometheusClient } from './PrometheusClient';

const PATH = '/prefix/api/v1/query';
const vector = (result: unknown[], more = {}) => ({
  status: 'success',
  data: { resultType: 'vector', result },
  ...more,
});
const text =
  (status: number, body: string): Answer =>
  (_, response) =>
    response.writeHead(status).end(body);

describe('PrometheusClient', () => {
  let server: ScriptedServer;
  let requester: KubeClient;
  const never = new AbortController().signal;

  const start = async (tls?: { cert: string; key: string }) => {
    server = await ScriptedServer.start(tls);
    requester = createKubeClient({
      server: `${tls ? 'https' : 'http'}://127.0.0.1:${server.port}`,
      caData: tls?.cert,
    });
  };
  const client = (change = {}) =>
    new PrometheusClient({
      ...{ requester, path: PATH, headers: { 'X-Scope-OrgID': 'acme' } },
      ...change,
    });

  beforeEach(() => start());

  afterEach(async () => {
    await requester.close();
    await server.stop();
  });

  it('posts the query as a form, with its deadline and the headers', async () => {
    server.answer(json(200, vector([])));
    await client().query('up{pod="a&b"}', never);
    const [{ method, url, headers, body }] = server.seen;
    expect([method, url.pathname]).toEqual(['POST', PATH]);
    expect(headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'x-scope-orgid': 'acme',
    });
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      query: 'up{pod="a&b"}',
      timeout: '10000ms',
    });
  });

  it('reads a vector, its time and what was left out', async () => {
    const up = { metric: { __name__: 'up', pod: 'a' }, value: [12.5, '1'] };
    const warnings = ['store "b" is away', 7];
    server.answer(json(200, vector([up, 'x', { value: 1 }], { warnings })));
    expect(await client().query('up', never)).toEqual({
      at: 12_500,
      series: [{ labels: { __name__: 'up', pod: 'a' }, value: 1 }],
      warnings: ['store "b" is away'],
    });
  });

  it('trusts the authority that it is given', async () => {
    await requester.close();
    await server.stop();
    await start(makeCertificate());
    server.answer(json(200, vector([])));
    expect((await client().query('up', never)).series).toEqual([]);
  });

  const refused = (errorType: string, error: string) => ({
    ...{ status: 'error', errorType, error },
  });

  it.each<[string, Answer, string, string]>([
    [
      'a query that it cannot carry out',
      json(
        422,
        refused('execution', 'query processing would load too many samples'),
      ),
      'BadQuery',
      'It refuses the query (HTTP status 422: query processing would load too many samples).',
    ],
    [
      'a query that it does not understand',
      json(400, refused('bad_data', 'parse error')),
      'BadQuery',
      'It refuses the query (HTTP status 400: parse error).',
    ],
    [
      'a Prometheus that starts',
      text(503, 'Service Unavailable'),
      'Unavailable',
      'It cannot answer now (HTTP status 503).',
    ],
    [
      'an API server without an endpoint behind the Service',
      json(
        503,
        failure(
          503,
          'ServiceUnavailable',
          'no endpoints available for service "prometheus"',
        ),
      ),
      'Unavailable',
      'It cannot answer now (HTTP status 503: no endpoints available for service "prometheus").',
    ],
    [
      'an inner fault',
      json(500, refused('internal', 'out of memory')),
      'Unavailable',
      'It cannot answer now (HTTP status 500: out of memory).',
    ],
    [
      'a missing permission',
      json(
        403,
        failure(403, 'Forbidden', 'services "prometheus" is forbidden'),
      ),
      'Denied',
      'It wants another login, or the portal lacks the permission to ask it (HTTP status 403: services "prometheus" is forbidden).',
    ],
    [
      'a page to log in at',
      (_, response) => response.writeHead(302, { location: '/login' }).end(),
      'Denied',
      'It wants another login, or the portal lacks the permission to ask it (HTTP status 302).',
    ],
    [
      'another address',
      text(404, 'nothing here'),
      'Malformed',
      'There is no Prometheus at this address (HTTP status 404).',
    ],
    [
      'a web page',
      text(200, '<html>Welcome</html>'),
      'Malformed',
      'What answers does not speak the API of a Prometheus: look at the address.',
    ],
    [
      'another result',
      json(200, {
        status: 'success',
        data: { resultType: 'matrix', result: [] },
      }),
      'Malformed',
      'What answers does not speak the API of a Prometheus: look at the address.',
    ],
    [
      'a long answer',
      text(200, 'x'.repeat(2_000)),
      'TooLarge',
      "Its answer is longer than 1000 bytes: look for series of pods that are none of the operator's, and leave them out by matchers.",
    ],
    ['silence', () => {}, 'Timeout', 'It has not answered within 0.2 s.'],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{');
        setImmediate(() => response.destroy());
      },
      'Unreachable',
      expect.stringMatching(/^It cannot be reached: .+\.$/),
    ],
  ])('says what is wrong: %s', async (_, answer, code, message) => {
    server.answer(answer);
    // A busy machine must not take any other fault for silence.
    const timeoutMs = code === 'Timeout' ? 200 : 10_000;
    await expect(
      client({ timeoutMs, maxBytes: 1_000 }).query('up', never),
    ).rejects.toMatchObject({ name: 'PrometheusError', code, message });
  });

  it('says that nobody listens', async () => {
    await server.stop();
    await expect(client().query('up', never)).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.stringMatching(
        /^It cannot be reached: .*ECONNREFUSED.*\.$/,
      ),
    });
    await start();
  });

  it('is given up by its caller', async () => {
    const controller = new AbortController();
    const asked = client().query('up', controller.signal);
    await server.requests(1);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'PrometheusError' });
  });
});
