import { Row, Series, Turn, Values } from './series';

/** Minutes of values in promtool's notation, from some minute on. */
function notation(values: Values, minutes: number, from = 0): string {
  // Prometheus notes that a series is gone at the first scrape without it.
  if (values === 'absent') return from > 0 ? 'stale' : `_x${minutes + 1}`;
  const [start, step] = typeof values === 'number' ? [values, 0] : values;
  if (step !== 0.2) {
    const sign = step < 0 ? '-' : '+';
    return `${start + step * from}${sign}${Math.abs(step)}x${minutes}`;
  }
  // a step every five minutes: a start time changes at once
  return Array.from({ length: minutes + 1 }, (_, minute) =>
    Math.floor(start + (from + minute) * step),
  ).join(' ');
}

/** What a row is scraped as, in promtool's words. */
export function inputSeries(row: Row) {
  return Object.entries(row.exporters).flatMap(([instance, exporter]) => {
    const { after, from, to } =
      'after' in exporter && 'from' in exporter
        ? (exporter as Turn)
        : { after: 0, from: {} as Series, to: exporter as Series };
    const names = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [...names].map(name => {
      const [family, labels] = name.replace(/\}$/, '').split('{');
      const own = labels ? `,${labels}` : '';
      const before =
        after > 0 ? notation(from[name] ?? 'absent', after - 1) : '';
      const then = notation(to[name] ?? 'absent', row.at - after + 5, after);
      return {
        series: `${family}{job="monero",namespace="n",instance="${instance}"${own}}`,
        values: `${before} ${then}`.trim(),
      };
    });
  });
}
