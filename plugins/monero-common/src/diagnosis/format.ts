const HASH_UNITS = ['H/s', 'kH/s', 'MH/s', 'GH/s'] as const;

/** A speed of mining for people: "12.4 kH/s". */
export function formatHashrate(hashesPerSecond: number): string {
  let value = Math.max(0, hashesPerSecond);
  let unit = 0;
  while (value >= 1000 && unit < HASH_UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(value >= 100 ? 0 : 1)} ${HASH_UNITS[unit]}`;
}

/** A day: "14 March 2027", in UTC. */
export function formatDay(isoTime: string): string {
  return new Date(isoTime).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
