import { MONEROD_FLAGS } from './flags';

/** Further away than this, a suggestion would be a guess. */
const MAX_DISTANCE = 3;

/**
 * The option that was probably meant by a name that monerod does not know, for a form to offer beside the refusal.
 * Options that are the operator's are never offered.
 *
 * @param name - as typed, with or without hyphens and value
 */
export function suggestFlag(name: string): string | undefined {
  const typed = name.replace(/^-+/, '').split('=')[0].toLowerCase();
  if (typed.length < 3 || typed.length > 64) return undefined;
  const free = MONEROD_FLAGS.filter(flag => flag.owned === undefined);
  const [best] = free
    .map(flag => ({ name: flag.name, distance: distance(typed, flag.name) }))
    .sort((a, b) => a.distance - b.distance);
  const bound = Math.min(MAX_DISTANCE, Math.floor(typed.length / 3));
  if (best.distance <= bound) return `--${best.name}`;
  // "dns-blocklist" and "peers" lack a word of the name rather than letters.
  const holding = free.filter(flag => flag.name.includes(typed));
  return holding.length === 1 ? `--${holding[0].name}` : undefined;
}

/** Levenshtein's: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, change);
    }
    previous = current;
  }
  return previous[b.length];
}
