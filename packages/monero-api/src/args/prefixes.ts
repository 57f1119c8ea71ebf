import { MONEROD_FLAGS } from './flags';

/**
 * The shortest abbreviation of each option that monerod takes for it: no other option begins that way. An option whose
 * whole name begins another (`proxy`, `limit-rate`) has no abbreviation; its full name always means itself.
 *
 * @returns lengths of `--name` abbreviations, hyphens included, by full name with hyphens
 */
export function shortestPrefixes(
  names: readonly string[] = MONEROD_FLAGS.map(flag => flag.name),
): Record<string, number> {
  return Object.fromEntries(
    names.map(name => [`--${name}`, 2 + shortestPrefix(name, names)]),
  );
}

function shortestPrefix(name: string, names: readonly string[]): number {
  for (let length = 1; length < name.length; length += 1) {
    const prefix = name.slice(0, length);
    const meant = names.filter(other => other.startsWith(prefix));
    if (meant.length === 1 && !names.includes(prefix)) return length;
  }
  return name.length;
}
