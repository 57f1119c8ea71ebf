import type { Kind } from '@monero-portal/monero-api';
import type { FormState } from './formState';

/** A field of the form that stands at one place of the manifest. */
export type PlacedField =
  | 'name'
  | 'replicas'
  | 'diskSize'
  | 'image'
  | 'args'
  | 'wallet'
  | 'daemon'
  | 'tor'
  | 'i2p';

const SHARED = { name: 'metadata.name', replicas: 'spec.replicas' };

function nodePlaces(spec: string) {
  return {
    ...SHARED,
    diskSize: `${spec}.diskSize`,
    image: `${spec}.monerod.image`,
    args: `${spec}.monerod.args`,
    tor: `${spec}.tor`,
    i2p: `${spec}.i2p`,
  };
}

const PLACES: Record<Kind, Partial<Record<PlacedField, string>>> = {
  MoneroNodeSet: nodePlaces('spec'),
  MoneroNetwork: nodePlaces('spec.template.spec'),
  MoneroMiningNodeSet: {
    ...SHARED,
    image: 'spec.xmrig.image',
    args: 'spec.xmrig.args',
    wallet: 'spec.wallet',
    daemon: 'spec.daemonRef',
  },
};

/** Where the manifest of a kind has a field, as violations name it; nowhere where it has none. */
export function placeOf(kind: Kind, field: PlacedField): string {
  return PLACES[kind][field] ?? `spec.${field}`;
}

/** How many arguments stand in the manifest before those of the field: the pool's. */
export function argumentsBefore({ kind, work }: FormState): number {
  if (kind !== 'MoneroMiningNodeSet' || !work.pool) {
    return 0;
  }
  return work.tls ? 2 : 1;
}
