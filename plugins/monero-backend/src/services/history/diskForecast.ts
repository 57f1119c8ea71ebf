/** Sums over (time, free bytes), of which a straight line is made. */
export interface TrendSums {
  count: number;
  /** Of hours before now. */
  x: number;
  /** Of free GiB. */
  y: number;
  xx: number;
  xy: number;
  /** The oldest of them, in hours before now. */
  oldest: number;
}

/** Below this the past says little about the future. */
const FEWEST_POINTS = 8;
const SHORTEST_HOURS = 2;
/** A day that is further away is no forecast. */
const FURTHEST_HOURS = 365 * 24;

/**
 * When a volume is full if it goes on as it did: the least-squares line through
 * its free space, where that reaches zero.
 *
 * @param now - milliseconds since the epoch
 * @returns milliseconds since the epoch; undefined while too little is known,
 *   and when it does not fill
 */
export function diskForecast(sums: TrendSums, now: number): number | undefined {
  const { count, x, y, xx, xy, oldest } = sums;
  if (count < FEWEST_POINTS || oldest < SHORTEST_HOURS) return undefined;
  const spread = count * xx - x * x;
  if (!(spread > 0)) return undefined;
  const gibPerHour = (count * xy - x * y) / spread;
  const gibNow = (y - gibPerHour * x) / count;
  const hours = gibNow / -gibPerHour;
  if (!(gibPerHour < 0 && hours >= 0 && hours <= FURTHEST_HOURS)) {
    return undefined;
  }
  return now + hours * 3_600_000;
}
