/** Shown where nothing is known; never zero, never an old value. */
export const UNKNOWN = '—';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** To make one takes longer than to write a whole row. */
const COUNT = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

/** A count with the thousands separators of the reader's locale. */
export function formatCount(value: number | undefined): string {
  return value === undefined ? UNKNOWN : COUNT.format(value);
}

/** A length of time with one unit: "4 s", "6 min", "3 h", "12 d". */
export function formatDuration(ms: number): string {
  const positive = Math.max(0, ms);
  if (positive < MINUTE) {
    return `${Math.floor(positive / SECOND)} s`;
  }
  if (positive < HOUR) {
    return `${Math.floor(positive / MINUTE)} min`;
  }
  if (positive < 2 * DAY) {
    return `${Math.floor(positive / HOUR)} h`;
  }
  return `${Math.floor(positive / DAY)} d`;
}

/** How long ago something was, in ms since the epoch; "just now" under a second. */
export function formatAgo(at: string | undefined, now: number): string {
  if (at === undefined) {
    return UNKNOWN;
  }
  const age = now - Date.parse(at);
  return age < SECOND ? 'just now' : `${formatDuration(age)} ago`;
}

/** A moment in the reader's time zone: the time, with the day unless it is today. */
export function formatMoment(at: string, now: number): string {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    ...(!sameDay && { day: 'numeric', month: 'short' }),
  }).format(date);
}

/** A moment in full, for a title: date, time to the second, time zone. */
export function formatExact(at: string): string {
  return new Intl.DateTimeFormat(undefined, {
    dateStyle: 'long',
    timeStyle: 'long',
  }).format(new Date(at));
}

/** monerod's version without its build suffix: "0.18.4.0-release" and Debian's "0.18.4.0-unknown" are "0.18.4.0". */
export function formatVersion(version: string | undefined): string {
  return version === undefined
    ? UNKNOWN
    : version.replace(/-(release|unknown)$/, '');
}

/** The name in an entity reference: "group:default/wallets" is "wallets". */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1).replace(/^[^:]*:/, '');
}

/** The middle one of the known numbers; undefined when none is known. */
export function median(
  values: readonly (number | undefined)[],
): number | undefined {
  const known = values
    .filter((value): value is number => value !== undefined)
    .sort((a, b) => a - b);
  return known[Math.floor((known.length - 1) / 2)];
}
