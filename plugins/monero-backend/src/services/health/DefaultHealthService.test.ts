import type { NodeSample } from '@monero-portal/plugin-monero-common';
import { nodeSetHealthSchema } from '@monero-portal/plugin-monero-common';
import { nodeSetObject, podObject } from '../../testing/fakeKube';
import type { ClusterSnapshot } from '../clusters';
import { observeNodeSet, observePod } from '../clusters/observed';
import { DefaultHealthService } from './DefaultHealthService';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const iso = (ms: number) => new Date(NOW + ms).toISOString();

function snapshotWith(change: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  const nodeSet = nodeSetObject({
    spec: { replicas: 2 },
    annotations: { 'utxo.com.br/owner': 'group:default/wallets' },
    status: { observedGeneration: 1, readyReplicas: 1 },
  });
  return {
    name: 'dev',
    state: 'connected',
    since: NOW - 60_000,
    seenAt: NOW,
    nodeSets: [observeNodeSet(nodeSet) ?? []].flat(),
    networks: [],
    miningNodeSets: [],
    autoscalers: [],
    pods: ['web-10', 'web-2'].flatMap(
      name => observePod(podObject(name)) ?? [],
    ),
    ...change,
  };
}

function serviceOn(
  snapshot: ClusterSnapshot,
  samples: Record<string, NodeSample> = {},
) {
  return new DefaultHealthService({
    clusters: {
      list: () => [snapshot],
      get: name => (name === snapshot.name ? snapshot : undefined),
      subscribe: () => () => {},
    },
    sampleOf: (_, pod) => samples[pod.metadata.name],
    namespacesOf: () => ['monero'],
    now: () => NOW,
  });
}

const ref = { cluster: 'dev', namespace: 'monero', name: 'web' };
const inSync: NodeSample = {
  sampledAt: iso(-3_000),
  up: true,
  inSync: true,
  height: 100,
  peersIn: 1,
  peersOut: 8,
};

describe('DefaultHealthService', () => {
  it('joins objects, pods and samples into a verdict', () => {
    const service = serviceOn(snapshotWith(), {
      'web-2': inSync,
      'web-10': { ...inSync, inSync: false, height: 40 },
    });
    const health = service.nodeSet(ref);
    expect(nodeSetHealthSchema.parse(health)).toMatchObject({
      ...ref,
      owner: 'group:default/wallets',
      network: 'mainnet',
      asOf: iso(0),
      stale: false,
      rpc: { clusterDns: 'web-rpc.monero.svc.cluster.local:18089' },
      verdict: {
        state: 'Degraded',
        headline: '1 of 2 nodes in sync. Wallets are served.',
      },
      nodes: [
        { pod: 'web-2', state: 'In sync' },
        // Its peers told no height: the best of the set did.
        { pod: 'web-10', state: 'Behind', blocksBehind: 60 },
      ],
    });
  });

  it('serves the last known state of a cluster that is away, with its age', () => {
    const service = serviceOn(
      snapshotWith({
        state: 'unreachable',
        error: 'The cluster cannot be reached: refused.',
        seenAt: NOW - 240_000,
      }),
      { 'web-2': { ...inSync, sampledAt: iso(-241_000) } },
    );
    expect(service.nodeSet(ref)).toMatchObject({
      stale: true,
      asOf: iso(-240_000),
      verdict: { state: 'Unknown', headline: 'State unknown for 4 min.' },
      nodes: [
        {
          pod: 'web-2',
          state: 'Unknown',
          height: 100,
          sampledAt: iso(-241_000),
        },
        { pod: 'web-10', state: 'Unknown' },
      ],
    });
  });

  it('knows of no node set elsewhere', () => {
    const service = serviceOn(snapshotWith());
    expect(service.nodeSet({ ...ref, namespace: 'default' })).toBeUndefined();
    expect(service.nodeSet({ ...ref, cluster: 'prod' })).toBeUndefined();
    expect(service.nodeSets()).toHaveLength(1);
  });

  it('does not expect peers of a node that is alone by design', () => {
    const lonely = observeNodeSet(
      nodeSetObject({ spec: { replicas: 1, network: 'regtest' } }),
    );
    const [pod] = snapshotWith().pods;
    const service = serviceOn(
      snapshotWith({ nodeSets: lonely ? [lonely] : [], pods: [pod] }),
      { 'web-10': { ...inSync, peersIn: 0, peersOut: 0 } },
    );
    expect(service.nodeSet(ref)?.nodes[0].state).toBe('In sync');
  });

  describe('a list', () => {
    function setup() {
      const samples: Record<string, NodeSample> = { 'web-2': inSync };
      const world = { snapshot: snapshotWith(), now: NOW, samples };
      const service = new DefaultHealthService({
        clusters: {
          list: () => [world.snapshot],
          get: () => world.snapshot,
          subscribe: () => () => {},
        },
        sampleOf: (_, pod) => world.samples[pod.metadata.name],
        namespacesOf: () => ['monero'],
        now: () => world.now,
      });
      // As the watcher of the fleet does it, time and again.
      service.nodeSet(ref);
      return { world, list: () => service.nodeSets()[0] };
    }
    type World = ReturnType<typeof setup>['world'];

    it('tells what was found a moment ago, with the age of now', () => {
      const { world, list } = setup();
      const before = list();
      world.now += 4_000;
      world.snapshot = { ...world.snapshot, seenAt: world.now };
      expect(list().nodes).toBe(before.nodes);
      expect(list().asOf).toBe(iso(4_000));
    });

    it.each<[string, (world: World) => void]>([
      [
        'an exporter has answered',
        world => {
          world.samples['web-2'] = { ...inSync };
        },
      ],
      [
        'a pod has changed',
        world => {
          const pods = world.snapshot.pods.map(pod => ({ ...pod }));
          world.snapshot = { ...world.snapshot, pods };
        },
      ],
      [
        'a pod is gone',
        world => {
          const pods = world.snapshot.pods.slice(1);
          world.snapshot = { ...world.snapshot, pods };
        },
      ],
      [
        'the set has changed',
        world => {
          world.snapshot = {
            ...world.snapshot,
            nodeSets: world.snapshot.nodeSets.map(each => ({ ...each })),
          };
        },
      ],
      [
        'the cluster is away',
        world => {
          world.snapshot = { ...world.snapshot, state: 'unreachable' };
        },
      ],
      [
        'it is longer ago',
        world => {
          world.now += 6_000;
        },
      ],
    ])('judges anew when %s', (_, happen) => {
      const { world, list } = setup();
      const before = list();
      happen(world);
      expect(list().nodes).not.toBe(before.nodes);
      expect(list().stale).toBe(world.snapshot.state !== 'connected');
    });
  });

  it('tells every way by which wallets reach the set', () => {
    const onion = `${'k'.repeat(56)}.onion`;
    const reachable = observeNodeSet(
      nodeSetObject({
        spec: {
          service: {
            type: 'LoadBalancer',
            annotations: {
              'external-dns.alpha.kubernetes.io/hostname':
                'xmr.example.org, xmr2.example.org',
            },
          },
        },
        status: { rpcOnionAddress: onion },
      }),
    );
    const service = serviceOn(
      snapshotWith({ nodeSets: reachable ? [reachable] : [] }),
    );
    expect(service.nodeSet(ref)?.rpc).toEqual({
      clusterDns: 'web-rpc.monero.svc.cluster.local:18089',
      external: 'xmr.example.org:18089',
      onion: `${onion}:18089`,
    });
  });
});
