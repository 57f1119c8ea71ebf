import { UNKNOWN } from '../../lib/format';

/** What was measured at equal distances of time; null where nothing was. */
export type Values = ReadonlyArray<number | null>;

/**
 * A line in words: "2 now, 2 to 184".
 *
 * @param recently - of when the last value is
 */
export function inWords(
  values: Values,
  format: (value: number) => string,
  recently = 'now',
): string {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return 'not measured';
  const last = values[values.length - 1];
  return `${last === null ? UNKNOWN : format(last)} ${recently}, ${format(
    Math.min(...known),
  )} to ${format(Math.max(...known))}`;
}
