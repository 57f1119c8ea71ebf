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
