import { mockServices } from '@backstage/backend-test-utils';
import { KubeError } from '@monero-portal/kube-client';
import { FakeKube, nodeSetObject, podObject } from '../../testing/fakeKube';
import type { ClusterChange } from './ClusterService';
import { DefaultClusterService } from './DefaultClusterService';

const T0 = Date.parse('2026-03-01T12:00:00Z');

function setup() {
  let now = T0;
  const kube = new FakeKube();
  const other = new FakeKube();
  const logger = mockServices.logger.mock();
  const service = new DefaultClusterService({ logger, now: () => now });
  const changes: ClusterChange[] = [];
  service.subscribe(change => changes.push(change));
  const { signal } = new AbortController();
  service.add({ name: 'dev', client: kube }, signal);
  service.add({ name: 'other', title: 'The other', client: other }, signal);
  changes.length = 0;
  return {
    kube,
    other,
    logger,
    service,
    changes,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const refused = () =>
  new KubeError({
    code: 'Unreachable',
    message: 'GET 127.0.0.1:1/apis: connect ECONNREFUSED',
    cause: new Error('connect ECONNREFUSED 127.0.0.1:1'),
  });

const OTHERS = ['moneronetworks', 'monerominingnodesets'];

function connect(kube: FakeKube) {
  kube.sync('moneronodesets', [nodeSetObject()]);
  OTHERS.forEach(plural => kube.sync(plural, []));
  kube.sync('pods', [podObject('web-0')]);
  kube.sync('nodes', []);
}

describe('DefaultClusterService', () => {
  it('is connected when all of its watches are', () => {
    const { kube, service } = setup();
    expect(service.get('dev')).toMatchObject({ state: 'connecting' });
    kube.sync('moneronodesets', [nodeSetObject()]);
    OTHERS.forEach(plural => kube.sync(plural, []));
    expect(service.get('dev')?.state).toBe('connecting');
    kube.sync('pods', [podObject('web-0')]);
    expect(service.get('dev')).toMatchObject({
      state: 'connected',
      error: undefined,
      seenAt: T0,
      nodeSets: [{ name: 'web', namespace: 'monero', network: 'mainnet' }],
      pods: [{ nodeSet: 'web', metadata: { name: 'web-0' } }],
      kubeNodes: undefined,
    });
    kube.sync('nodes', [podObject('node-0'), podObject('node-1')]);
    expect(service.get('dev')?.kubeNodes).toBe(2);
  });

  it('forgets a cluster, and tells of each of its objects that it has changed', () => {
    const { kube, service, changes } = setup();
    connect(kube);
    changes.length = 0;
    service.remove('dev');
    expect(service.list().map(({ name }) => name)).toEqual(['other']);
    expect(changes).toEqual([
      {
        cluster: 'dev',
        object: { kind: 'MoneroNodeSet', namespace: 'monero', name: 'web' },
      },
      { cluster: 'dev' },
    ]);
  });

  it('keeps the last known state with its age when a cluster goes away, and leaves the others alone', () => {
    const { kube, other, service, pass } = setup();
    connect(kube);
    connect(other);
    pass(10_000);
    kube.fail(refused());
    pass(50_000);
    kube.fail(refused());
    expect(service.get('dev')).toMatchObject({
      state: 'unreachable',
      error: 'The cluster cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
      since: T0 + 10_000,
      seenAt: T0 + 10_000,
      nodeSets: [{ name: 'web' }],
    });
    expect(service.get('other')).toMatchObject({
      state: 'connected',
      seenAt: T0 + 60_000,
    });
    kube.recover();
    expect(service.get('dev')).toMatchObject({
      state: 'connected',
      error: undefined,
      since: T0 + 60_000,
    });
  });

  it('logs a change of state once, however often it tries', () => {
    const { kube, logger } = setup();
    for (let attempt = 0; attempt < 20; attempt++) {
      kube.fail(refused());
    }
    expect(logger.info.mock.calls).toEqual([
      [
        'Cluster dev: The cluster cannot be reached: connect ECONNREFUSED 127.0.0.1:1. Trying on.',
      ],
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(logger.error).not.toHaveBeenCalled();
  });

  it.each([
    [
      new KubeError({ code: 'NotFound', message: 'the server has no such' }),
      'connecting',
      'The Monero resources are not installed yet.',
    ],
    [
      new KubeError({ code: 'Unauthorized', message: 'no' }),
      'unreachable',
      "The cluster does not accept the portal's token.",
    ],
    [
      new KubeError({ code: 'Forbidden', message: 'cannot list pods' }),
      'unreachable',
      "The portal's user lacks a permission: cannot list pods.",
    ],
  ])('explains %s', (error, state, text) => {
    const { kube, service } = setup();
    kube.fail(error);
    expect(service.get('dev')).toMatchObject({ state, error: text });
  });

  it('follows changes and tells of them', () => {
    const { kube, service, changes } = setup();
    connect(kube);
    changes.length = 0;
    kube.change('ADDED', 'pods', podObject('web-1'));
    kube.change('DELETED', 'pods', podObject('web-0'));
    kube.change(
      'MODIFIED',
      'moneronodesets',
      nodeSetObject({
        generation: 4,
        annotations: { 'utxo.com.br/proposal': '7' },
      }),
    );
    expect(service.get('dev')).toMatchObject({
      nodeSets: [{ generation: 4, proposalId: 7 }],
      pods: [{ metadata: { name: 'web-1' } }],
    });
    const web = {
      cluster: 'dev',
      object: { kind: 'MoneroNodeSet', namespace: 'monero', name: 'web' },
    };
    expect(changes).toEqual([web, web, web]);
  });

  it('follows networks and mining sets', () => {
    const { kube, service, changes } = setup();
    connect(kube);
    changes.length = 0;
    const annotations = { 'utxo.com.br/proposal': '9' };
    kube.change(
      'ADDED',
      'moneronetworks',
      nodeSetObject({ name: 'net', generation: 2, annotations }),
    );
    kube.sync('monerominingnodesets', [nodeSetObject({ name: 'rig' })]);
    expect(service.get('dev')).toMatchObject({
      networks: [
        { kind: 'MoneroNetwork', name: 'net', generation: 2, proposalId: 9 },
      ],
      miningNodeSets: [
        { kind: 'MoneroMiningNodeSet', name: 'rig', deleting: false },
      ],
    });
    expect(changes.map(({ object }) => object?.name)).toEqual(['net', 'rig']);
  });

  it('drops what a new list does not hold any more', () => {
    const { kube, service } = setup();
    connect(kube);
    kube.sync('moneronodesets', [nodeSetObject({ name: 'api' })]);
    expect(service.get('dev')?.nodeSets.map(({ name }) => name)).toEqual([
      'api',
    ]);
  });

  it('ignores objects that are not what they should be', () => {
    const { kube, service } = setup();
    const broken = nodeSetObject({ name: 'broken' });
    broken.spec = 'nonsense';
    kube.sync('moneronodesets', [broken, nodeSetObject()]);
    kube.sync('pods', [
      podObject('web-0'),
      podObject('other', { labels: { 'app.kubernetes.io/name': 'nginx' } }),
    ]);
    expect(service.get('dev')?.nodeSets).toHaveLength(1);
    expect(service.get('dev')?.pods).toHaveLength(1);
  });
});
