import { Sample } from './metrics';

/**
 * A distribution as it is now, by the label `stat`: min, median and max; none
 * of nothing. Not a summary: a summary's count and sum only ever grow.
 */
export function distribution(values: readonly number[]): Sample[] {
  if (values.length === 0) return [];
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? sorted[middle]
      : (sorted[middle - 1] + sorted[middle]) / 2;
  return [
    { labels: { stat: 'min' }, value: sorted[0] },
    { labels: { stat: 'median' }, value: median },
    { labels: { stat: 'max' }, value: sorted[sorted.length - 1] },
  ];
}
