import type { NodeSetRef } from './annotations';

/** The catalog takes names of at most this many characters. */
const MAX_LENGTH = 63;
/** FNV-1a of 32 bits as hexadecimal digits. */
const HASH_LENGTH = 8;

const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Name of the catalog entity that stands for a node set:
 * `<cluster>.<namespace>.<name>`.
 *
 * Two node sets never share a name. What the catalog would refuse or confuse (more than 63
 * characters, upper case, since it compares names without case, or other
 * characters in the cluster's name) is replaced, and the name then ends in a
 * hash of the exact address.
 */
export function nodeSetEntityName(ref: NodeSetRef): string {
  const exact = `${ref.cluster}.${ref.namespace}.${ref.name}`;
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
