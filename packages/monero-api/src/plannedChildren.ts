import type { MoneroNodeSetSpec } from './generated/MoneroNodeSet';
import { formatBytes, isQuantity, parseQuantity } from './quantity';
import { resolveSpec, type ResolvedNodeSetSpec } from './withDefaults';

/** Something that the operator will create, in words for a form. */
export interface PlannedChild {
  /** What it is, such as `StatefulSet` or `Volume claims`. */
  readonly kind: string;
  /** What it will be like, such as `3 pods, one per machine`. */
  readonly text: string;
}

/** What the operator creates for a specification, in the order in which people ask for it. */
export function plannedChildren(spec: MoneroNodeSetSpec): PlannedChild[] {
  const resolved = resolveSpec(spec);
  return [
    { kind: 'StatefulSet', text: pods(resolved) },
    { kind: 'Volume claims', text: volumes(resolved) },
    { kind: 'Services', text: services(resolved) },
    { kind: 'Config map', text: 'peers and settings of each node' },
    ...(resolved.replicas > 1
      ? [{ kind: 'Disruption budget', text: budget(resolved) }]
      : []),
    ...anonymity(resolved),
    { kind: 'Network policy', text: policy(resolved) },
    { kind: 'Service account', text: 'without rights in the cluster' },
  ];
}

/**
 * What the cluster must have for it: `Needs 3 × 400 GiB of disk and about 12 GiB of memory.` A part that is no valid
 * quantity is left out, for the form shows that as a problem of its own.
 */
export function resourceNeeds(spec: MoneroNodeSetSpec): string {
  const resolved = resolveSpec(spec);
  const { replicas } = resolved;
  if (replicas === 0) return 'Needs nothing while no node runs.';
  const disk = size(resolved.diskSize);
  const memory = String(resolved.monerod.resources.requests.memory ?? '');
  const parts = [
    ...(disk ? [`${times(replicas)}${disk} of disk`] : []),
    ...(isQuantity(memory)
      ? [
          `about ${formatBytes(
            BigInt(replicas) * parseQuantity(memory),
          )} of memory`,
        ]
      : []),
  ];
  return parts.length > 0 ? `Needs ${parts.join(' and ')}.` : '';
}

function pods({ replicas, hardAntiAffinity }: ResolvedNodeSetSpec): string {
  if (replicas === 0) return 'no pods';
  if (replicas === 1) return '1 pod';
  return hardAntiAffinity
    ? `${replicas} pods, one per machine`
    : `${replicas} pods, on different machines where possible`;
}

function volumes(spec: ResolvedNodeSetSpec): string {
  const { replicas, diskSize, volumeRetention } = spec;
  const fate =
    volumeRetention === 'Retain'
      ? 'kept when the set is removed'
      : 'deleted with the set';
  if (replicas === 0) return `none now; ${fate}`;
  return `${times(replicas)}${size(diskSize) ?? diskSize}, ${fate}`;
}

function services({ service }: ResolvedNodeSetSpec): string {
  const reach = service.type === 'ClusterIP' ? '' : ` by ${service.type}`;
  return `P2P, restricted RPC${reach} (in-sync nodes only)`;
}

function anonymity({
  tor,
  i2p,
  replicas,
}: ResolvedNodeSetSpec): PlannedChild[] {
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

function times(count: number): string {
  return count === 1 ? '' : `${count} × `;
}

function size(quantity: string): string | undefined {
  return isQuantity(quantity)
    ? formatBytes(parseQuantity(quantity))
    : undefined;
}
