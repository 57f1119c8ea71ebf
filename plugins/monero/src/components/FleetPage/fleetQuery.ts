import {
  FINDING_SEVERITIES,
  type FleetItem,
  type VerdictState,
} from '@monero-portal/plugin-monero-common';
import { nameOfRef } from '../../lib/format';

/** By what the fleet can be narrowed down to one value. */
export const FILTERS = [
  'kind',
  'cluster',
  'owner',
  'network',
  'state',
] as const;
export type Filter = (typeof FILTERS)[number];

/** By what the fleet can be sorted; a dash in front turns it round. */
export const SORTS = [
  'trouble',
  'name',
  'cluster',
  'owner',
  'network',
] as const;
export type Sort = (typeof SORTS)[number];

/** A sort and its direction, as the address has it. */
export type Order = Sort | `-${Sort}`;

/** What of the fleet is shown, as the address says it. */
export interface FleetQuery {
  search: string;
  filters: Partial<Record<Filter, string>>;
  sort: Sort;
  descending: boolean;
}

/** What people call a kind. */
export const KIND_WORDS: Record<FleetItem['kind'], string> = {
  MoneroNodeSet: 'Node set',
  MoneroNetwork: 'Network',
  MoneroMiningNodeSet: 'Mining set',
};

const WORST_FIRST: readonly VerdictState[] = [
  'Down',
  'Forked',
  'Not closed',
  'Degraded',
  'Unknown',
  'Progressing',
  'Paused',
  'Healthy',
];

/** Value of the filter `state` that stands for all that is wrong. */
export const NEEDS_A_LOOK = 'look';

/** Reads the address; what it does not know is left out. */
export function readQuery(params: URLSearchParams): FleetQuery {
  const sort = params.get('sort') ?? 'trouble';
  const name = sort.replace(/^-/, '');
  return {
    search: params.get('q') ?? '',
    filters: Object.fromEntries(
      FILTERS.flatMap(filter => {
        const value = params.get(filter);
        return value ? [[filter, value]] : [];
      }),
    ),
    sort: SORTS.find(each => each === name) ?? 'trouble',
    descending: sort.startsWith('-'),
  };
}

/** What {@link readQuery} reads as this sort and direction. */
export function orderOf({
  sort,
  descending,
}: Pick<FleetQuery, 'sort' | 'descending'>): Order {
  return descending ? `-${sort}` : sort;
}

/** The address with one thing set, or taken out. */
export function withParam(
  params: URLSearchParams,
  key: string,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) {
    next.set(key, value);
  } else {
    next.delete(key);
  }
  return next;
}

/** What an item has for a filter; undefined where it has none. */
export function valueOf(item: FleetItem, filter: Filter): string | undefined {
  return filter === 'state' ? item.verdict.state : item[filter];
}

/** Whether something about it wants a look. */
export function needsALook({ severity, verdict }: FleetItem): boolean {
  return (
    severity === 'critical' ||
    severity === 'warning' ||
    WORST_FIRST.indexOf(verdict.state) <= WORST_FIRST.indexOf('Unknown')
  );
}

type Compare = (a: FleetItem, b: FleetItem) => number;

const byText =
  (textOf: (item: FleetItem) => string | undefined): Compare =>
  (a, b) =>
    (textOf(a) ?? '\uffff').localeCompare(textOf(b) ?? '\uffff');

const byName = byText(({ name }) => name);

const COMPARE: Record<Sort, Compare> = {
  trouble: (a, b) => rankOf(a) - rankOf(b) || severityOf(a) - severityOf(b),
  name: byName,
  cluster: byText(({ cluster, namespace }) => `${cluster} ${namespace}`),
  owner: byText(({ owner }) => owner && nameOfRef(owner)),
  network: byText(({ network }) => network),
};

/** The items that are asked for, in the order that is asked for. Pure. */
export function select(
  items: readonly FleetItem[],
  query: FleetQuery,
): FleetItem[] {
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const sign = query.descending ? -1 : 1;
  const compare = COMPARE[query.sort];
  return items
    .filter(item => FILTERS.every(each => passes(item, each, query.filters)))
    .filter(item => matches(item, words))
    .sort((a, b) => sign * compare(a, b) || byName(a, b));
}

function passes(
  item: FleetItem,
  filter: Filter,
  filters: FleetQuery['filters'],
): boolean {
  const wanted = filters[filter];
  if (wanted === undefined) {
    return true;
  }
  return filter === 'state' && wanted === NEEDS_A_LOOK
    ? needsALook(item)
    : valueOf(item, filter) === wanted;
}

function matches(item: FleetItem, words: readonly string[]): boolean {
  const text = [
    item.name,
    item.namespace,
    item.cluster,
    item.owner,
    item.network,
    item.verdict.state,
    item.finding?.what,
    ...item.versions,
  ]
    .join(' ')
    .toLowerCase();
  return words.every(word => text.includes(word));
}

function rankOf({ verdict }: FleetItem): number {
  return WORST_FIRST.indexOf(verdict.state);
}

function severityOf({ severity }: FleetItem): number {
  return severity
    ? FINDING_SEVERITIES.indexOf(severity)
    : FINDING_SEVERITIES.length;
}
