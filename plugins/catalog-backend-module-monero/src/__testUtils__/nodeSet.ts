import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';

/** A healthy regtest node set `nodes` in `monero` on `dev`; state what matters. */
export function nodeSet(parts: Partial<NodeSetHealth> = {}): NodeSetHealth {
  return {
    cluster: 'dev',
    namespace: 'monero',
    name: 'nodes',
    uid: '3f1c5d6e-0000-4000-8000-000000000001',
    network: 'regtest',
    replicas: 1,
    readyReplicas: 1,
    generation: 1,
    conditions: [],
    verdict: { state: 'Healthy', headline: 'The node is in sync.' },
    findings: [],
    nodes: [],
    asOf: '2026-01-02T03:04:05Z',
    stale: false,
    paused: false,
    createdAt: '2026-01-01T00:00:00Z',
    rpc: { clusterDns: 'nodes-rpc.monero.svc.cluster.local:18089' },
    ...parts,
  };
}
