import { SearchField, Select } from '@backstage/ui';
import type { FleetItem } from '@monero-portal/plugin-monero-common';
import { nameOfRef } from '../../lib/format';
import {
  KIND_WORDS,
  NEEDS_A_LOOK,
  valueOf,
  type Filter,
  type FleetQuery,
} from './fleetQuery';
import styles from './FleetPage.module.css';

const ALL = 'all';

const LABELS: Record<Filter, string> = {
  kind: 'Kind',
  state: 'State',
  cluster: 'Cluster',
  owner: 'Owner',
  network: 'Chain',
};

/** What is asked for, and what to do when it changes. */
export interface FleetFiltersProps {
  items: readonly FleetItem[];
  query: FleetQuery;
  onChange: (key: string, value: string | undefined) => void;
}

/** Search and filters over the fleet; each offers what there is. */
export function FleetFilters({ items, query, onChange }: FleetFiltersProps) {
  return (
    <div className={styles.filters} role="search" aria-label="Fleet">
      <SearchField
        aria-label="Search name, owner, version"
        placeholder="Search name, owner, version…"
        value={query.search}
        onChange={text => onChange('q', text)}
      />
      {(Object.keys(LABELS) as Filter[]).map(filter => (
        <Select
          key={filter}
          label={LABELS[filter]}
          value={query.filters[filter] ?? ALL}
          options={optionsOf(filter, items)}
          onChange={key =>
            onChange(filter, key === ALL ? undefined : String(key))
          }
        />
      ))}
    </div>
  );
}

function optionsOf(filter: Filter, items: readonly FleetItem[]) {
  const values = [
    ...new Set(items.flatMap(item => valueOf(item, filter) ?? [])),
  ].sort();
  return [
    { id: ALL, label: 'All' },
    ...(filter === 'state'
      ? [{ id: NEEDS_A_LOOK, label: 'Needs a look' }]
      : []),
    ...values.map(value => ({ id: value, label: wordOf(filter, value) })),
  ];
}

function wordOf(filter: Filter, value: string): string {
  if (filter === 'owner') {
    return nameOfRef(value);
  }
  return filter === 'kind' ? KIND_WORDS[value as FleetItem['kind']] : value;
}
