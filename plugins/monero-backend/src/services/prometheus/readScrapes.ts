import { MAX_METRICS_PER_FAMILY, type Families, type Metric } from '../sampler';
import type { InstantAnswer, Series } from './PrometheusClient';
import { SCRAPED_AT, UP } from './query';

/** The last scrape of a pod's exporter, as Prometheus kept it. */
export interface Scrape {
  /** When it was, by the clock of Prometheus; names it among the pod's scrapes. */
  scrapedAt: number;
  /** How old it was when Prometheus answered, in milliseconds. */
  ageMs: number;
  /** Whether the exporter answered. */
  up: boolean;
  /** What it said; most scrapes are known already, and are not read again. */
  read(): Families;
}

/** By namespace and name of the pod, see {@link podKey}. */
export type Scrapes = ReadonlyMap<string, Scrape>;

/** What an answer has of one pod. */
interface Draft {
  scrapedAt?: number;
  up: boolean;
  said: Series[];
}

/** Not part of what the exporter said. */
const ABOUT_POD: ReadonlySet<string> = new Set([
  '__name__',
  'namespace',
  'pod',
]);

export function podKey(namespace: string, pod: string): string {
  return `${namespace}/${pod}`;
}

/**
 * Puts the series of an answer together again as scrapes. What is malformed,
 * not a number or too much is left out, as in what an exporter itself says.
 */
export function readScrapes({ at = 0, series }: InstantAnswer): Scrapes {
  const drafts = new Map<string, Draft>();
  for (const each of series) {
    const { namespace, pod } = each.labels;
    if (typeof namespace === 'string' && typeof pod === 'string') {
      const key = podKey(namespace, pod);
      const draft = drafts.get(key) ?? { up: false, said: [] };
      drafts.set(key, draft);
      if (Number.isFinite(each.value)) add(draft, each);
    }
  }
  const scrapes = new Map<string, Scrape>();
  for (const [key, { scrapedAt, up, said }] of drafts) {
    if (scrapedAt !== undefined) {
      const ageMs = Math.max(0, at - scrapedAt);
      scrapes.set(key, { scrapedAt, ageMs, up, read: () => familiesOf(said) });
    }
  }
  return scrapes;
}

function add(draft: Draft, series: Series): void {
  const { labels, value } = series;
  if (labels[SCRAPED_AT.label] === SCRAPED_AT.value) {
    draft.scrapedAt = value * 1000;
  } else if (labels.__name__ === UP) {
    draft.up = value === 1;
  } else {
    draft.said.push(series);
  }
}

function familiesOf(said: readonly Series[]): Families {
  const families = new Map<string, Metric[]>();
  for (const { labels, value } of said) {
    const { __name__: name } = labels;
    if (typeof name === 'string') {
      const family = families.get(name) ?? [];
      families.set(name, family);
      if (family.length < MAX_METRICS_PER_FAMILY) {
        family.push({ labels: ownOf(labels), value });
      }
    }
  }
  return families;
}

function ownOf(labels: Series['labels']): Metric['labels'] {
  const own: Metric['labels'] = {};
  for (const [label, value] of Object.entries(labels)) {
    if (typeof value === 'string' && !ABOUT_POD.has(label)) own[label] = value;
  }
  return own;
}
