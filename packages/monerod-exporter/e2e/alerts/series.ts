export const DAY = 24 * 60;

/** Values of a series a minute, as promtool writes them: start, step. */
export type Values = number | [start: number, stepPerMinute: number] | 'absent';

/** Series of one exporter: name with its own labels, and values. */
export type Series = Record<string, Values>;

/** What holds for the first minutes, then something else. */
export interface Turn {
  after: number;
  from: Series;
  to: Series;
}

/** What Prometheus scrapes, by instance, and what fires. */
export interface Row {
  what: string;
  exporters: Record<string, Series | Turn>;
  /** When Prometheus is asked, and what fires then. */
  at: number;
  fires: string[];
}

/** Some series that change after some minutes. */
export const turn = (changes: Series, after: number, base: Series): Turn => ({
  after,
  from: base,
  to: { ...base, ...changes },
});

/** The same series, of which there are no values. */
export function absent(series: Series): Series {
  return Object.fromEntries(Object.keys(series).map(name => [name, 'absent']));
}
