import type { MoneroNodeSetSpec } from '../generated/MoneroNodeSet';
import { resolveSpec, type ResolvedNodeSetSpec } from '../withDefaults';
import { needs, pods, size, times, type PlannedChild } from './words';

/** What the operator creates for a node set, in the order in which people ask for it. */
export function plannedOfNodeSet(spec: MoneroNodeSetSpec): PlannedChild[] {
  const resolved = resolveSpec(spec);
  const { replicas, hardAntiAffinity } = resolved;
  return [
    { kind: 'StatefulSet', text: pods(replicas, hardAntiAffinity) },
    { kind: 'Volume claims', text: volumes(resolved, 'set') },
    { kind: 'Services', text: services(resolved) },
    { kind: 'Config map', text: 'peers and settings of each node' },
    ...(replicas > 1
      ? [{ kind: 'Disruption budget', text: budget(resolved) }]
      : []),
    ...anonymity(resolved),
    { kind: 'Network policy', text: policy(resolved) },
    { kind: 'Service account', text: 'without rights in the cluster' },
  ];
}

/** What the cluster must have for a node set. */
export function needsOfNodeSet(spec: MoneroNodeSetSpec): string {
  const { replicas, diskSize, monerod } = resolveSpec(spec);
  return needs(replicas, {
    disk: diskSize,
    memory: monerod.resources.requests.memory,
  });
}

/** Size and fate of the volumes of a set or a network. */
export function volumes(
  spec: Pick<ResolvedNodeSetSpec, 'replicas' | 'diskSize' | 'volumeRetention'>,
  owner: 'set' | 'network',
): string {
  const { replicas, diskSize, volumeRetention } = spec;
  const fate =
    volumeRetention === 'Retain'
      ? `kept when the ${owner} is removed`
      : `deleted with the ${owner}`;
  if (replicas === 0) return `none now; ${fate}`;
  return `${times(replicas)}${size(diskSize) ?? diskSize}, ${fate}`;
}

function services({ service }: ResolvedNodeSetSpec): string {
  const reach = service.type === 'ClusterIP' ? '' : ` by ${service.type}`;
  return `P2P, restricted RPC${reach} (in-sync nodes only)`;
}

/** What Tor and I2P add. */
export function anonymity({
  tor,
  i2p,
  replicas,
}: Pick<ResolvedNodeSetSpec, 'tor' | 'i2p' | 'replicas'>): PlannedChild[] {
  const on = [
    ...(tor.enabled ? [{ ...tor, kind: 'Tor', address: 'an onion' }] : []),
    ...(i2p.enabled ? [{ ...i2p, kind: 'I2P', address: 'an I2P' }] : []),
  ];
  return [
    ...on.map(({ kind, address, secretRef }) => ({
      kind: `${kind} identities`,
      text: secretRef
        ? `${address} address for each node, with the keys in the Secret ${secretRef}`
        : `${address} address for each node, with keys made once and kept in a Secret`,
    })),
    ...(tor.enabled && tor.rpc && replicas > 1
      ? [
          {
            kind: 'Tor front',
            text: '1 pod that leads wallets from one onion address to any node in sync',
          },
        ]
      : []),
  ];
}

function budget({ updateStrategy }: ResolvedNodeSetSpec): string {
  const { maxUnavailable } = updateStrategy;
  const nodes = maxUnavailable === 1 ? 'node' : 'nodes';
  return `at most ${maxUnavailable} ${nodes} out at a time`;
}

function policy({ network }: ResolvedNodeSetSpec): string {
  const peers = network === 'regtest' ? 'peers of this set' : 'peers';
  return `lets in ${peers}, wallets and metrics, nothing else`;
}
