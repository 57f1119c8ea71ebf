import type { NodeSetRef } from './annotations';
import type { MoneroKind } from './schemas';

/** The catalog takes names of at most this many characters. */
const MAX_LENGTH = 63;
/** FNV-1a of 32 bits as hexadecimal digits. */
const HASH_LENGTH = 8;

const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** What tells entities of the other kinds from a node set of the same name. */
const SUFFIXES: Record<MoneroKind, string> = {
  MoneroNodeSet: '',
  MoneroNetwork: '.network',
  MoneroMiningNodeSet: '.miners',
};

/** Name of the catalog entity that stands for a node set: `<cluster>.<namespace>.<name>`. */
export function nodeSetEntityName(ref: NodeSetRef): string {
  return entityNameOf({ ...ref, kind: 'MoneroNodeSet' });
}

/**
 * Name of the catalog entity that stands for an object: its address, and what
 * kind it is unless it is a node set. Two objects never share a name.
 */
export function entityNameOf({
  kind,
  cluster,
  namespace,
  name,
}: NodeSetRef & { kind: MoneroKind }): string {
  return safeEntityName(`${cluster}.${namespace}.${name}${SUFFIXES[kind]}`);
}

/**
 * A name that the catalog takes. What it would refuse or confuse (more than 63
 * characters, upper case, since it compares names without case, or other
 * characters in the cluster's name) is replaced, and the name then ends in a
 * hash of the exact text.
 */
export function safeEntityName(exact: string): string {
  const safe = exact
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  if (safe === exact && safe.length <= MAX_LENGTH) {
    return exact;
  }
  const kept = safe
    .slice(0, MAX_LENGTH - HASH_LENGTH - 1)
    .replace(/[^a-z0-9]+$/, '');
  return `${kept}-${fnv1a(exact)}`;
}

/** FNV-1a, 32 bits: runs the same in the browser and in a backend. */
function fnv1a(text: string): string {
  let hash = FNV_OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(text)) {
    // eslint-disable-next-line no-bitwise
    hash = Math.imul(hash ^ byte, FNV_PRIME) >>> 0;
  }
  return hash.toString(16).padStart(HASH_LENGTH, '0');
}
