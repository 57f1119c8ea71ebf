import { mockServices } from '@backstage/backend-test-utils';
import type { KubeClient, KubeTarget } from '@monero-portal/kube-client';
import type { JsonObject } from '@backstage/types';
import { openSamplers } from './openSamplers';
import { observePod } from './services/clusters/observed';
import { podObject } from './testing/fakeKube';

const pod = observePod(podObject('web-0'));

/** A client that finds no series, and says who was asked what. */
function fakeClient(name: string, asked: string[]) {
  const client = {
    raw: async (method: string, path: string) => {
      asked.push(`${name} ${method} ${path}`);
      return {
        status: 200,
        headers: {},
        text: '{"status":"success","data":{"resultType":"vector","result":[]}}',
      };
    },
    podProxy: async (_: string, of: string) => {
      asked.push(`${name} proxy ${of}`);
      return { status: 200, text: '' };
    },
    close: async () => {
      asked.push(`${name} close`);
    },
  };
  // Nothing else is asked of it here.
  return client as unknown as KubeClient;
}

async function whoIsAsked(prometheus: JsonObject[]): Promise<string[]> {
  const seen: string[] = [];
  const until = new AbortController();
  const open = openSamplers(
    {
      config: mockServices.rootConfig({
        data: {
          monero: { health: { sampleIntervalSeconds: 1, prometheus } },
        },
      }),
      logger: mockServices.logger.mock(),
      connect: ({ server }: KubeTarget) => fakeClient(server, seen),
    },
    {
      pods: () => (pod ? [pod] : []),
      names: ['dev', 'eu-1'],
      onSample: () => {},
      onSource: () => {},
    },
  );
  open('dev', fakeClient('dev', seen), until.signal).start(until.signal);
  await jest.advanceTimersByTimeAsync(1_600);
  until.abort();
  return [...new Set(seen)];
}

describe('openSamplers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([
    ['the exporters', [], ['dev proxy web-0']],
    [
      'the exporters, where the Prometheus is that of another cluster',
      [{ cluster: 'eu-1', url: 'http://prometheus:9090' }],
      ['dev proxy web-0'],
    ],
    [
      'a Prometheus by its address',
      [{ cluster: 'dev', url: 'http://prometheus:9090' }],
      [
        'http://prometheus:9090 POST /api/v1/query',
        'http://prometheus:9090 close',
      ],
    ],
    [
      'a Prometheus by the API server',
      [{ cluster: 'dev', service: { namespace: 'monitoring', name: 'prom' } }],
      [
        'dev POST /api/v1/namespaces/monitoring/services/http:prom:9090/proxy/api/v1/query',
      ],
    ],
  ])('asks %s', async (_, prometheus, expected) => {
    expect(await whoIsAsked(prometheus)).toEqual(expected);
  });

  it('refuses a cluster that is not there', async () => {
    await expect(
      whoIsAsked([{ cluster: 'us-1', url: 'http://prometheus:9090' }]),
    ).rejects.toThrow('monero.health.prometheus[0].cluster "us-1"');
  });
});
