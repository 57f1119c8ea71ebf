import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readClusters, type ClusterSources } from './readClusters';
import { pathOf, readGitOpsTargets } from './readGitOpsTargets';
import { readHealth } from './readHealth';
import { readNotifications } from './readNotifications';
import { readPrometheus } from './readPrometheus';
import { readProposalLimit } from './readProposalLimit';

const PEM = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n';
const good = {
  name: 'dev',
  url: 'https://127.0.0.1:6443/',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'token',
};

function clusters(
  list: JsonObject[],
  sources: ClusterSources = {},
  type = 'config',
) {
  const logger = mockServices.logger.mock();
  const config = new ConfigReader({
    kubernetes: { clusterLocatorMethods: [{ type, clusters: list }] },
  });
  return { result: () => readClusters(config, logger, sources), logger };
}

describe('readClusters', () => {
  it('reads a cluster as the Kubernetes plugin has it', () => {
    const { result } = clusters(
      [
        {
          ...good,
          title: 'Development',
          caData: Buffer.from(PEM).toString('base64'),
        },
        { ...good, name: 'eu-1', caFile: '/ca.pem', skipTLSVerify: true },
      ],
      { readText: () => PEM },
    );
    expect(result()).toEqual({
      clusters: [
        {
          name: 'dev',
          title: 'Development',
          target: {
            server: 'https://127.0.0.1:6443',
            token: 'token',
            caData: PEM,
            skipTLSVerify: false,
          },
        },
        expect.objectContaining({
          name: 'eu-1',
          target: expect.objectContaining({ caData: PEM, skipTLSVerify: true }),
        }),
      ],
    });
  });

  it('is content without any', () => {
    const logger = mockServices.logger.mock();
    expect(readClusters(new ConfigReader({}), logger)).toEqual({
      clusters: [],
    });
  });

  it('signs in as the pod that the portal runs in, where no token is given', () => {
    const own = { server: 'https://10.0.0.1', token: 'own', caData: 'own CA' };
    const sources = { inCluster: () => own, readText: () => PEM };
    const tokenless = { ...good, serviceAccountToken: undefined };
    const { result } = clusters(
      [
        tokenless,
        { ...tokenless, name: 'eu-1', caFile: '/ca.pem' },
      ] as JsonObject[],
      sources,
    );
    expect(
      result().clusters.map(({ target: { token, caData, server } }) => ({
        ...{ token, caData, server },
      })),
    ).toEqual([
      { token: 'own', caData: 'own CA', server: 'https://127.0.0.1:6443' },
      { token: 'own', caData: PEM, server: 'https://127.0.0.1:6443' },
    ]);
  });

  it('knows by which identity a cloud is to be asked for a token', () => {
    const { result } = clusters([
      {
        ...{ name: 'eks', url: 'https://eks.example.com', authProvider: 'aws' },
        ...{ assumeRole: 'arn:role', externalId: 'us' },
        authMetadata: { 'kubernetes.io/x-k8s-aws-id': 'prod' },
      },
      {
        ...{ name: 'aks', url: 'https://aks.example.com' },
        authMetadata: { 'kubernetes.io/auth-provider': 'azure' },
      },
    ]);
    expect(result().clusters).toEqual([
      {
        name: 'eks',
        target: { server: 'https://eks.example.com', skipTLSVerify: false },
        cloud: {
          provider: 'aws',
          metadata: {
            'kubernetes.io/aws-assume-role': 'arn:role',
            'kubernetes.io/aws-external-id': 'us',
            'kubernetes.io/x-k8s-aws-id': 'prod',
          },
        },
      },
      expect.objectContaining({
        name: 'aks',
        cloud: expect.objectContaining({ provider: 'azure' }),
      }),
    ]);
  });

  it('speaks to kubectl proxy, which signs in by itself', () => {
    expect(clusters([], {}, 'localKubectlProxy').result()).toEqual({
      clusters: [
        { name: 'local', target: { server: 'http://127.0.0.1:8001' } },
      ],
    });
  });

  it('lets the catalog name clusters, under the rules of the Kubernetes plugin', () => {
    expect(clusters([], {}, 'catalog').result()).toEqual({
      clusters: [],
      catalog: { allowedHosts: [], allowSkipTLSVerify: false },
    });
  });

  it('leaves clusters alone that only users can reach, and says so', () => {
    const { result, logger } = clusters([{ ...good, authProvider: 'google' }]);
    expect(result().clusters).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      'Cluster "dev" is not watched for Monero nodes: its authProvider is "google", the portal itself can only use serviceAccount, aws, azure, googleServiceAccount.',
    );
    const gke = clusters([], {}, 'gke');
    expect(gke.result().clusters).toEqual([]);
    expect(gke.logger.warn).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      { ...good, serviceAccountToken: undefined },
      'serviceAccountToken is missing, and the portal does not run inside a cluster',
    ],
    [
      { ...good, url: 'localhost:6443' },
      'url "localhost:6443" is not the http(s) address',
    ],
    [
      { ...good, caData: 'bm8=' },
      'caData is not a base64 encoded PEM certificate',
    ],
  ])('refuses %j', (cluster, message) => {
    expect(clusters([cluster as JsonObject]).result).toThrow(message);
  });

  it('refuses a name that is taken', () => {
    expect(clusters([good, good]).result).toThrow('"dev" is listed twice');
  });
});

const target = { cluster: 'dev', repository: '/srv/gitops.git' };
const targets = (...list: JsonObject[]) =>
  readGitOpsTargets(
    new ConfigReader({ monero: { gitops: { targets: list } } }),
  );

describe('readGitOpsTargets', () => {
  it('fills in what is not said', () => {
    expect(targets(target)).toEqual([
      {
        ...target,
        branch: 'main',
        path: 'clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml',
        namespaces: ['monero'],
        pullRequest: { reviewers: [], labels: [], draft: false },
        pollSeconds: 30,
        kustomization: false,
      },
    ]);
    expect(readGitOpsTargets(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [
      { ...target, repository: 'gitops.git' },
      'targets[0].repository is the absolute path',
    ],
    [
      { ...target, repository: 'ssh://git@x/y.git' },
      'targets[0].repository is the absolute path',
    ],
    [
      { ...target, repository: 'https://user:secret@x/y.git' },
      'without user, password and query',
    ],
    [
      { ...target, repository: 'https://x/y?z=1' },
      'without user, password and query',
    ],
    [
      { ...target, webhookSecret: 'short' },
      'targets[0].webhookSecret has at least 16 characters',
    ],
    [
      { ...target, branch: '../main' },
      'targets[0].branch is not a branch name',
    ],
    [{ ...target, branch: '-f' }, 'targets[0].branch is not a branch name'],
    [
      { ...target, namespaces: ['Kube_System'] },
      'targets[0].namespaces[0] may hold lower case',
    ],
    [{ ...target, path: '${{ name }}.yaml' }, 'must use ${{ namespace }}'],
    [{ ...target, path: '${{ namespace }}/x.yaml' }, 'must use ${{ name }}'],
    [
      { ...target, path: '../${{ namespace }}/${{ name }}.yaml' },
      'is a path inside the repository',
    ],
    [
      { ...target, path: '/${{ namespace }}/${{ name }}.yaml' },
      'is a path inside the repository',
    ],
    [
      { ...target, path: '.git/${{ namespace }}/${{ name }}.yaml' },
      'is a path inside the repository',
    ],
    [{ ...target, path: '${{ namespace }}/${{ name }}' }, 'ends with .yaml'],
    [
      { ...target, path: '${{ owner }}/${{ name }}.yaml' },
      'it can hold ${{ cluster }}',
    ],
    [{ ...target, cluster: 'a b' }, 'targets[0].cluster may hold letters'],
  ])('refuses %j', (bad, message) => {
    expect(() => targets(bad)).toThrow(message);
  });

  it('takes one target a cluster', () => {
    expect(() => targets(target, target)).toThrow('names cluster "dev" twice');
  });
});

describe('pathOf', () => {
  it('can tell kinds apart', () => {
    const path = '${{ kind }}/${{ namespace }}/${{ name }}.yaml';
    const ref = { cluster: 'dev', namespace: 'monero', name: 'web' };
    expect(pathOf({ path }, { ...ref, kind: 'MoneroNetwork' })).toBe(
      'moneronetwork/monero/web.yaml',
    );
  });

  const [{ path }] = targets(target);

  it('is a path in the repository', () => {
    const ref = {
      kind: 'MoneroNodeSet' as const,
      cluster: 'dev',
      namespace: 'monero',
      name: 'web',
    };
    expect(pathOf({ path }, ref)).toBe('clusters/dev/monero/web.yaml');
  });

  it.each([
    { cluster: '..', namespace: 'monero', name: 'web' },
    { cluster: 'dev', namespace: '..', name: 'web' },
    { cluster: 'dev', namespace: 'monero', name: '../../x' },
    { cluster: 'dev', namespace: 'monero', name: 'a/b' },
  ])('never leaves it: %j', ref => {
    expect(() => pathOf({ path }, { ...ref, kind: 'MoneroNodeSet' })).toThrow();
  });
});

describe('readHealth', () => {
  const read = (health: JsonObject) =>
    readHealth(new ConfigReader({ monero: { health } }));

  it('has defaults', () => {
    expect(read({})).toEqual({ sampleIntervalMs: 5_000, sampleConcurrency: 8 });
  });

  it('refuses what would flood or starve', () => {
    expect(() => read({ sampleIntervalSeconds: 0 })).toThrow(
      'monero.health.sampleIntervalSeconds is 0; it may be 1 to 3600.',
    );
    expect(() => read({ sampleConcurrency: 1_000 })).toThrow('1 to 100');
  });
});

describe('readPrometheus', () => {
  const url = 'https://prometheus.example.com/prefix/';
  const service = { namespace: 'monitoring', name: 'prometheus-operated' };
  const read = (...prometheus: JsonObject[]) =>
    readPrometheus(
      new ConfigReader({ monero: { health: { prometheus } } }),
      ['dev', 'eu-1'],
      () => PEM,
    );

  it('is content without any', () => {
    expect(readPrometheus(new ConfigReader({}), [])).toEqual([]);
  });

  it('reads one behind an address, with its login and authority', () => {
    const common = { cluster: 'dev', url };
    expect(
      read({
        ...common,
        token: 'abc',
        scrapeIntervalSeconds: 15,
        matchers: { cluster: 'dev' },
        headers: { 'X-Scope-OrgID': 'acme' },
        caData: Buffer.from(PEM).toString('base64'),
      }),
    ).toEqual([
      {
        cluster: 'dev',
        target: {
          server: 'https://prometheus.example.com',
          caData: PEM,
          skipTLSVerify: false,
        },
        path: '/prefix/api/v1/query',
        headers: { 'X-Scope-OrgID': 'acme', authorization: 'Bearer abc' },
        matchers: { cluster: 'dev' },
        scrapeIntervalMs: 15_000,
      },
    ]);
    const basic = read({ ...common, username: 'ann', password: 'secret' });
    expect(basic[0].headers).toEqual({
      authorization: 'Basic YW5uOnNlY3JldA==',
    });
    expect(read({ ...common, caFile: '/ca.pem' })[0].target?.caData).toBe(PEM);
  });

  it('reads one that the API server passes requests on to', () => {
    const path = '/api/v1/namespaces/monitoring/services';
    expect(read({ cluster: 'dev', service })).toEqual([
      {
        cluster: 'dev',
        path: `${path}/http:prometheus-operated:9090/proxy/api/v1/query`,
        headers: {},
        matchers: {},
        scrapeIntervalMs: 30_000,
      },
    ]);
    const other = { ...service, port: 'web', scheme: 'https', path: '/prom/' };
    expect(read({ cluster: 'dev', service: other })[0].path).toBe(
      `${path}/https:prometheus-operated:web/proxy/prom/api/v1/query`,
    );
  });

  it.each<[JsonObject, string]>([
    [
      { cluster: 'us-1', url },
      '[0].cluster "us-1" is not watched; those that are: dev, eu-1.',
    ],
    [{ cluster: 'dev' }, '[0] wants either url or service'],
    [{ cluster: 'dev', url, service }, '[0] wants either url or service'],
    [
      { cluster: 'dev', url: 'prometheus:9090' },
      '[0].url is the http(s) address',
    ],
    [
      { cluster: 'dev', url: 'https://ann:secret@host' },
      'without user, password and query',
    ],
    [
      { cluster: 'dev', url, username: 'ann' },
      '[0] wants username and password, or neither',
    ],
    [
      { cluster: 'dev', url, username: 'ann', password: 'x', token: 'y' },
      '[0] has two logins',
    ],
    [{ cluster: 'dev', service, token: 'x' }, '[0].token goes with url'],
    [
      { cluster: 'dev', service: { ...service, port: 70_000 } },
      '[0].service.port',
    ],
    [
      { cluster: 'dev', service: { ...service, name: '../x' } },
      '[0].service.name',
    ],
    [
      { cluster: 'dev', service: { ...service, path: '/../..' } },
      '[0].service.path is a path',
    ],
    [
      { cluster: 'dev', url, scrapeIntervalSeconds: 600 },
      '[0].scrapeIntervalSeconds',
    ],
    [
      { cluster: 'dev', url, matchers: { pod: 'x' } },
      '[0].matchers.pod is a label that the portal matches itself',
    ],
    [
      { cluster: 'dev', url, matchers: { 'a"b': 'x' } },
      'is not the name of a label',
    ],
    [
      { cluster: 'dev', url, headers: { Authorization: 'x' } },
      '[0].headers.Authorization is a header that the portal sets itself',
    ],
    [
      { cluster: 'dev', url, headers: { a: 'b\r\nc: d' } },
      '[0].headers.a is not what a header may say',
    ],
    [
      { cluster: 'dev', url, caData: 'bm8=' },
      '[0].caData is not a base64 encoded PEM certificate',
    ],
    [
      { cluster: 'dev', urls: url },
      "[0] Unrecognized key(s) in object: 'urls'",
    ],
  ])('refuses %j', (source, message) => {
    expect(() => read(source)).toThrow(message);
  });

  it('takes one for each cluster', () => {
    expect(() =>
      read({ cluster: 'dev', url }, { cluster: 'dev', url }),
    ).toThrow('[1].cluster "dev" is named twice');
    expect(
      read({ cluster: 'dev', url }, { cluster: 'eu-1', url }),
    ).toHaveLength(2);
  });
});

describe('readProposalLimit', () => {
  const read = (rateLimit: JsonObject) =>
    readProposalLimit(
      new ConfigReader({ monero: { proposals: { rateLimit } } }),
    );

  it('has defaults', () => {
    expect(read({})).toEqual({ count: 60, windowMs: 3_600_000 });
  });

  it.each([['10m'], ['PT10M'], [{ minutes: 10 }]])('reads %j', window => {
    expect(read({ count: 5, window })).toEqual({ count: 5, windowMs: 600_000 });
  });

  it.each([
    [{ count: 0 }, 'monero.proposals.rateLimit.count is 0; it may be a whole'],
    [{ count: 1.5 }, 'count is 1.5'],
    [{ window: '31d' }, 'window is 2678400 seconds; it may be a second to 30'],
    [{ window: '10ms' }, 'window is 0.01 seconds'],
    [{ window: 'soon' }, "'monero.proposals.rateLimit.window'"],
  ])('refuses %j', (rateLimit, message) => {
    expect(() => read(rateLimit)).toThrow(message);
  });
});

describe('readNotifications', () => {
  const read = (notifications: JsonObject) =>
    readNotifications(new ConfigReader({ monero: { notifications } }));

  it('has defaults', () => {
    expect(read({})).toEqual({
      enabled: true,
      findings: { severity: 'critical', afterMs: 300_000, clearMs: 120_000 },
    });
  });

  it('reads what somebody prefers', () => {
    const findings = {
      severity: 'warning',
      after: '1m',
      clear: { seconds: 0 },
    };
    expect(read({ enabled: false, findings })).toEqual({
      enabled: false,
      findings: { severity: 'warning', afterMs: 60_000, clearMs: 0 },
    });
  });

  it.each([
    [{ severity: 'info' }, 'severity is "info"; it may be critical or warning'],
    [{ after: '2d' }, 'after is 172800 seconds; it may be up to a day'],
    [{ clear: 'soon' }, "'monero.notifications.findings.clear'"],
  ])('refuses %j', (findings, message) => {
    expect(() => read({ findings })).toThrow(message);
  });
});
