const UNITS: readonly [seconds: number, unit: string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** Colour codes as logs hold them. */
const ANSI_COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** A whole number with thousands separators: 3412880 is "3,412,880". */
export function formatCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/**
 * A time span for people, at most two units: "12 s", "6 min", "3 h 20 min".
 *
 * @param seconds - negative spans (clocks that differ) count as none
 */
export function formatDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(`${count} ${unit}`);
    }
    // Two units are precise enough; seconds beside minutes only make noise.
    if (parts.length === 2 || (parts.length === 1 && unit === 'min')) {
      break;
    }
  }
  return parts.join(' ') || '0 s';
}

/** Seconds from an ISO time to `now` (milliseconds since the epoch). */
export function secondsSince(time: string, now: number): number {
  return Math.max(0, (now - Date.parse(time)) / 1000);
}

/** `count` with the right form of a noun: "1 block", "184 blocks". */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** All there are of something: "The node", "Both nodes", "All 3 nodes". */
export function every(count: number, noun: string): string {
  if (count === 1) {
    return `The ${noun}`;
  }
  return count === 2 ? `Both ${noun}s` : `All ${plural(count, noun)}`;
}

/** Text from a program as part of a sentence: one line, printable, bounded. */
export function quote(text: string, maxLength = 300): string {
  const lines = text
    .replace(ANSI_COLOUR, '')
    .split(/\r?\n/)
    .map(line => line.replace(/\p{Cc}/gu, ' ').trim())
    .filter(Boolean);
  const last = lines[lines.length - 1] ?? '';
  return last.length > maxLength ? `${last.slice(0, maxLength - 1)}…` : last;
}

/** Ends a text from elsewhere with a full stop, unless it has an end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
