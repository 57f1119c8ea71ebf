import { AnyRegistry, Counter, Gauge } from './promClient';

/** Labels and value of one time series. */
export interface Sample {
  labels: Record<string, string>;
  value: number;
}

/**
 * Puts the findings of one scrape into a registry. What is unknown is absent:
 * an undefined value registers nothing, rather than a zero that looks true.
 */
export class Metrics {
  constructor(private readonly registry: AnyRegistry) {}

  /** One number; amounts beyond 2^53 lose their last digits, as in any metric. */
  gauge(
    name: string,
    help: string,
    value: number | bigint | boolean | undefined,
  ): void {
    if (value !== undefined) {
      this.gauges(name, help, [{ labels: {}, value: Number(value) }]);
    }
  }

  /** A family of time series that share their label names. */
  gauges(name: string, help: string, samples: readonly Sample[]): void {
    if (samples.length === 0) {
      return;
    }
    const gauge = new Gauge({
      name,
      help,
      labelNames: Object.keys(samples[0].labels),
      registers: [this.registry],
    });
    for (const { labels, value } of samples) {
      gauge.set(labels, value);
    }
  }

  /** One count since the start of what is watched; the name ends in `_total`. */
  counter(name: string, help: string, value: number): void {
    this.counters(name, help, [{ labels: {}, value }]);
  }

  /** Counts since the start of what is watched; the name ends in `_total`. */
  counters(name: string, help: string, samples: readonly Sample[]): void {
    if (samples.length === 0) {
      return;
    }
    const counter = new Counter({
      name,
      help,
      labelNames: Object.keys(samples[0].labels),
      registers: [this.registry],
    });
    for (const { labels, value } of samples) {
      counter.inc(labels, value);
    }
  }

  /** Facts in words: labels with the constant 1; absent when any is unknown. */
  facts(
    name: string,
    help: string,
    labels: Record<string, string | undefined>,
  ): void {
    const known = Object.entries(labels).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    if (known.length === Object.keys(labels).length) {
      this.gauges(name, help, [
        { labels: Object.fromEntries(known), value: 1 },
      ]);
    }
  }
}
