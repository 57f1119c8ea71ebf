import type { FleetItem } from '@monero-portal/plugin-monero-common';

/** A healthy regtest node set `nodes` in `monero` on `dev`; state what matters. */
export function fleetItem(parts: Partial<FleetItem> = {}): FleetItem {
  return {
    kind: 'MoneroNodeSet',
    cluster: 'dev',
    namespace: 'monero',
    name: 'nodes',
    uid: '3f1c5d6e-0000-4000-8000-000000000001',
    network: 'regtest',
    replicas: 1,
    readyReplicas: 1,
    verdict: { state: 'Healthy', headline: 'The node is in sync.' },
    versions: [],
    paused: false,
    stale: false,
    ...parts,
  };
}
