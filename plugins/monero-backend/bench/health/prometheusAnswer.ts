import type { KubeObject } from '@monero-portal/kube-client';
import { parseMetrics } from '../../src/services/sampler/parseMetrics';
import type { ExporterText } from './exporterText';

/** Where the Prometheus of the fixture is, for the portal's configuration. */
export const PROMETHEUS = { namespace: 'monitoring', name: 'prometheus' };
export const SCRAPE_SECONDS = 30;

/** Tells when it was scraped, as an exporter with a right clock does. */
const CLOCK = 'monero_exporter_time_seconds';
const SCRAPE_MS = SCRAPE_SECONDS * 1000;

/** What a Prometheus that scrapes these pods answers to the portal's query. */
export class PrometheusAnswer {
  readonly #text: ExporterText;
  #said = '';
  #series: string[] = [];

  constructor(text: ExporterText) {
    this.#text = text;
  }

  /** @param form - the body of the request */
  read(form: string, pods: readonly KubeObject[]) {
    const query = new URLSearchParams(form).get('query') ?? '';
    const listOf = (label: string) =>
      new RegExp(`${label}=~"([^"]*)"`).exec(query)?.[1].split('|') ?? [];
    const namespaces = new Set(listOf('namespace'));
    const found = pods.filter(({ metadata }) =>
      namespaces.has(metadata.namespace ?? ''),
    );
    const series = this.#seriesOf(new Set(listOf('__name__')));
    const now = Date.now();
    const result = found.flatMap(({ metadata }, index) =>
      ofPod(metadata, series, { now, scrapedAt: scrapedAt(index, now) }),
    );
    return {
      pods: found.map(({ metadata }) => metadata.name),
      body: `{"status":"success","data":{"resultType":"vector","result":[${result.join(
        ',',
      )}]}}`,
    };
  }

  /** Of one pod, each with a place for what is different in every other. */
  #seriesOf(names: ReadonlySet<string>): readonly string[] {
    const text = this.#text.read();
    if (text !== this.#said) {
      this.#said = text;
      this.#series = [...parseMetrics(text, names)].flatMap(([name, metrics]) =>
        metrics
          .filter(({ labels }) =>
            [undefined, 'local_peers'].includes(labels.collector),
          )
          .map(({ labels, value }) => seriesOf(name, labels, value)),
      );
    }
    return [...this.#series, seriesOf('up', {}, 1)];
  }
}

function seriesOf(name: string, labels: object, value: number): string {
  const own = JSON.stringify({ __name__: name, ...labels });
  const said = name === CLOCK ? 'SCRAPED' : value;
  return `{"metric":{POD,${own.slice(1)},"value":[NOW,"${said}"]}`;
}

/** Scrapes are spread over the interval. */
function scrapedAt(index: number, now: number): number {
  const offset = (index * 7_919) % SCRAPE_MS;
  return Math.floor((now - offset) / SCRAPE_MS) * SCRAPE_MS + offset;
}

function ofPod(
  { namespace, name }: KubeObject['metadata'],
  series: readonly string[],
  { now, scrapedAt: at }: { now: number; scrapedAt: number },
): string[] {
  const pod = `"namespace":"${namespace}","pod":"${name}"`;
  const seconds = String(now / 1000);
  const scraped = String(at / 1000);
  return [
    ...series.map(each =>
      each
        .replace('POD', pod)
        .replace('NOW', seconds)
        .replace('SCRAPED', scraped),
    ),
    `{"metric":{${pod},"portal":"scraped_at"},"value":[${seconds},"${scraped}"]}`,
  ];
}
