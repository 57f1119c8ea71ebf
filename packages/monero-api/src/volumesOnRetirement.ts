import type { Kind } from './generated/definitions';
import type { MoneroNodeSetSpec } from './generated/MoneroNodeSet';
import { isRecord } from './isRecord';
import { formatBytes, isQuantity, parseQuantity } from './quantity';
import { ManifestError } from './violation';
import { parseNetwork, parseNodeSet } from './parseManifest';
import { resolveSpec } from './withDefaults';

/**
 * What becomes of the volumes when the object is removed, in plain words that follow from its `volumeRetention`. Pure.
 *
 * @param raw - the manifest as read from YAML, of any kind
 */
export function volumesOnRetirement(raw: unknown): string {
  const kind = isRecord(raw) ? raw.kind : undefined;
  try {
    return fate(kind as Kind, raw);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    // Somebody wrote it by hand, and the API server may know an older one.
    return 'What becomes of the volumes follows from volumeRetention of the object in the cluster: kept, unless it says Delete.';
  }
}

function fate(kind: Kind, raw: unknown): string {
  switch (kind) {
    case 'MoneroNetwork': {
      const { metadata, spec } = parseNetwork(raw);
      const members = spec.replicas ?? 3;
      return sentence(
        { ...spec.template?.spec, replicas: 1 },
        members,
        claims(index => `data-${metadata.name}-${index}-0`, members),
      );
    }
    case 'MoneroMiningNodeSet':
      return 'Miners have no volumes: nothing is left.';
    default: {
      const { metadata, spec } = parseNodeSet(raw);
      const count = spec.replicas ?? 1;
      return sentence(
        spec,
        count,
        claims(index => `data-${metadata.name}-${index}`, count),
      );
    }
  }
}

function sentence(
  spec: MoneroNodeSetSpec,
  count: number,
  names: string,
): string {
  const { volumeRetention, diskSize } = resolveSpec(spec);
  const one = count === 1;
  const size = isQuantity(diskSize)
    ? ` of ${formatBytes(parseQuantity(diskSize))}`
    : '';
  const what = `${one ? 'The volume' : `The ${count} volumes`}${size}`;
  if (volumeRetention === 'Delete') {
    return `${what} and the chain on ${
      one ? 'it' : 'them'
    } are deleted (volumeRetention: Delete). This cannot be undone.`;
  }
  if (count === 0) {
    return 'Volumes of earlier nodes are kept (volumeRetention: Retain).';
  }
  return `${what} ${one ? 'is' : 'are'} kept with the chain on ${
    one ? 'it' : 'them'
  } (volumeRetention: Retain): ${names} ${one ? 'stays' : 'stay'} and ${
    one ? 'takes' : 'take'
  } up space until somebody deletes ${
    one ? 'it' : 'them'
  }. Created again under the same name, the nodes go on from there.`;
}

function claims(nameOf: (index: number) => string, count: number): string {
  return count === 1
    ? `claim ${nameOf(0)}`
    : `claims ${nameOf(0)} to ${nameOf(count - 1)}`;
}
