import { MINER_WANTED, NODE_WANTED, type Wanted } from '../sampler';

/** Values that labels of a series must have. */
export type Matchers = Readonly<Record<string, string>>;

/** Marks what a pod's last scrape is dated, among the series of one answer. */
export const SCRAPED_AT = { label: 'portal', value: 'scraped_at' } as const;

/** Whether the exporter could be scraped, as Prometheus itself says. */
export const UP = 'up';

/** What samples of nodes and miners are made of. */
const WANTED: Wanted = {
  families: new Set([...NODE_WANTED.families, ...MINER_WANTED.families]),
  labels: [...new Set([...NODE_WANTED.labels, ...MINER_WANTED.labels])],
  only: { ...NODE_WANTED.only, ...MINER_WANTED.only },
};

/** Container of the exporter in the pods of the operator; not every way to scrape tells it. */
const CONTAINER = '|exporter';

/**
 * The one question about all pods of some namespaces: what their exporters
 * said last, and when that was. Both in one answer belong together, where two
 * could have a scrape in between. Series are told apart by what a sample needs
 * alone, so two Prometheus of a pair count as one, and answers stay short.
 */
export function queryOf(
  namespaces: readonly string[],
  matchers: Matchers,
): string {
  const where = [
    `namespace=~${quoted(namespaces.map(escaped).join('|'))}`,
    'pod!=""',
    ...(matchers.container === undefined
      ? [`container=~${quoted(CONTAINER)}`]
      : []),
    ...Object.entries(matchers).map(
      ([label, value]) => `${label}=${quoted(value)}`,
    ),
  ].join(',');
  const names = quoted([UP, ...WANTED.families].join('|'));
  const only = Object.entries(WANTED.only).map(
    ([label, value]) => `${label}=~${quoted(`|${escaped(value)}`)}`,
  );
  const by = ['__name__', 'namespace', 'pod', ...WANTED.labels].join(',');
  return [
    `max by (${by}) ({${[`__name__=~${names}`, ...only, where].join(',')}})`,
    `label_replace(max by (namespace,pod) (timestamp(${UP}{${where}})),`,
  ]
    .join(' or ')
    .concat(`"${SCRAPED_AT.label}","${SCRAPED_AT.value}","","")`);
}

/** A string of PromQL, which writes them as JSON does. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A text as a regular expression that means just it. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
