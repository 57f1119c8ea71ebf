/** One value of a family. */
export interface Metric {
  labels: Record<string, string>;
  value: number;
}

/** What an exporter said at one moment, by name of the family. */
export type Families = ReadonlyMap<string, readonly Metric[]>;

/** What a sample is made of; nothing else is read, or asked for. */
export interface Wanted {
  families: ReadonlySet<string>;
  /** Labels that are looked at; a series is told from others of its family by these. */
  labels: readonly string[];
  /** Of series that have this label, those with this value alone. */
  only: Readonly<Record<string, string>>;
}

/** More series of one family than any honest exporter of one pod has. */
export const MAX_METRICS_PER_FAMILY = 128;
