/** What is remembered of one pod from scrape to scrape. */
export interface PodHistory {
  /** How many scrapes in a row have failed. */
  readonly failures: number;
  /**
   * Takes in what an exporter answered.
   *
   * @param text - the body of `/metrics`
   * @param at - milliseconds since the epoch
   */
  read(text: string, at: number): void;
  /** Keeps what was known with its old age, and since when it is silent. */
  failed(failure: string, at: number): void;
}
