import type { Families, Wanted } from './families';

/** What is remembered of one pod from scrape to scrape. */
export interface PodHistory {
  /** How many scrapes in a row have failed. */
  readonly failures: number;
  /** What of a scrape is of interest. */
  readonly wanted: Wanted;
  /**
   * Takes in what an exporter answered.
   *
   * @param at - when it did, milliseconds since the epoch
   */
  read(families: Families, at: number): void;
  /** Keeps what was known with its old age, and since when it is silent. */
  failed(failure: string, at: number): void;
}
