import { PrivateNetworks } from '../anonymity/containerParts';
import { IdentityNote } from './identities';
import { isAlone } from './peers';
import { NodeSet } from './spec';

/** Fields that change no pod: they say how many, how large, how reached, how replaced. */
const BESIDE_PODS: ReadonlySet<string> = new Set([
  'replicas',
  'diskSize',
  'storageClass',
  'volumeRetention',
  'service',
  'updateStrategy',
  'paused',
  'peers', // in a file, but for having none on regtest
]);

/** What decides about pods beside what their author wrote. */
export interface OtherInputs {
  identityNote?: IdentityNote;
  /** Of tests. */
  privateNetworks?: PrivateNetworks;
}

/** All that decides about the pods of a set. */
export function templateInputs(
  { spec, written, adopt }: Pick<NodeSet, 'spec' | 'written' | 'adopt'>,
  { identityNote, privateNetworks = {} }: OtherInputs = {},
): unknown {
  const fields = Object.entries(written).flatMap(([field, value]) =>
    BESIDE_PODS.has(field) ? [] : [[field, withoutPeers(field, value)]],
  );
  return {
    written: Object.fromEntries(fields) as unknown,
    alone: isAlone(spec),
    adopt,
    // Keys that changed: pods read theirs at start.
    ...(identityNote?.revision ? { keys: identityNote.revision } : {}),
    ...networksOf(spec, privateNetworks),
  };
}

/** Private networks of tests, where the set is on them. */
function networksOf({ tor, i2p }: NodeSet['spec'], networks: PrivateNetworks) {
  const privateNetworks = {
    ...(tor.enabled && networks.tor ? { tor: networks.tor } : {}),
    ...(i2p.enabled && networks.i2p ? { i2p: networks.i2p } : {}),
  };
  return Object.keys(privateNetworks).length > 0 ? { privateNetworks } : {};
}

/** Peers over Tor and I2P are in a file, too. */
function withoutPeers(field: string, value: unknown): unknown {
  if (field !== 'tor' && field !== 'i2p') return value;
  const { peers: _, ...rest } = value as { peers?: unknown };
  return rest;
}
