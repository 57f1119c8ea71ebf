const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
const SECONDS_OF = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const;

/** `1,234,567`. */
export const grouped = (number: number | bigint): string =>
  number.toLocaleString('en-US');

/** `1.5 GiB`. */
export function bytes(count: number): string {
  const power = Math.min(
    Math.floor(Math.log2(Math.max(count, 1)) / 10),
    BYTE_UNITS.length - 1,
  );
  const value = count / 1024 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${BYTE_UNITS[power]}`;
}

/** `3 d`, `5 h`, `12 min`, `40 s`: the largest unit that fits, rounded down. */
export function duration(seconds: number): string {
  const [unit, size] = SECONDS_OF.find(([, each]) => seconds >= each) ?? [
    's',
    1,
  ];
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** A Unix time, and how long ago that was. */
export function when(unixSeconds: number, nowMs: number): string {
  const ago = Math.floor(nowMs / 1000) - unixSeconds;
  const date = new Date(unixSeconds * 1000);
  const text = Number.isNaN(date.valueOf())
    ? String(unixSeconds)
    : date.toISOString().replace('.000Z', 'Z');
  return ago >= 0 ? `${text} (${duration(ago)} ago)` : text;
}
