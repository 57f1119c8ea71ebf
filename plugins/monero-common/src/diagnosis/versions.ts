/**
 * Compares versions such as `0.18.4.0-release` by their numbers.
 *
 * @returns negative when `a` is older, 0 when the numbers are the same
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** The newest of some versions; undefined when none is known. */
export function newestOf(
  versions: readonly (string | undefined)[],
): string | undefined {
  const known = versions.filter((each): each is string => each !== undefined);
  return known.sort(compareVersions)[known.length - 1];
}

function numbersOf(version: string): number[] {
  return (/\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}
