import { formatCount, formatDuration } from '../../lib/format';
import type { BlockTravel } from './followBlock';

/** More names than that are no help. */
const MOST_NAMED = 10;

/**
 * How far the newest block has come, in words: who has it, and how long it
 * took as far as that is known. Pure.
 *
 * @param replicas - how many members there should be
 */
export function travelInWords(travel: BlockTravel, replicas: number): string {
  const { height, arrivals } = travel;
  const missing = Array.from({ length: replicas }, (_, ordinal) => ordinal)
    .filter(each => !arrivals.some(({ ordinal }) => ordinal === each))
    .map(String);
  const count = replicas - missing.length;
  const who =
    missing.length === 0
      ? `all ${formatCount(replicas)} members have it`
      : `${formatCount(count)} of ${formatCount(replicas)} members ${
          count === 1 ? 'has' : 'have'
        } it`;
  const rest =
    missing.length > 0 && missing.length <= MOST_NAMED
      ? ` Not seen with it: ${missing.join(', ')}.`
      : '';
  return `Newest block, height ${formatCount(height)}: ${who}${timeOf(
    travel,
  )}.${rest}`;
}

/** Only what two looks at members prove. */
function timeOf({ arrivals }: BlockTravel): string {
  const seen = arrivals.filter(({ look }) => look > 0);
  if (seen.length === 0) {
    return '';
  }
  const first = Math.min(...arrivals.map(({ at }) => at));
  const last = Math.max(...seen.map(({ withoutAt = 0 }) => withoutAt));
  return last >= first
    ? `; the last of them was still without it ${formatDuration(
        last - first,
      )} after the first was seen with it`
    : ', seen within one look';
}
