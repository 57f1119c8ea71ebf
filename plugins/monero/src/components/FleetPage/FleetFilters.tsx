import { memo, useMemo } from 'react';
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

/** Not drawn again with each letter that is looked for. */
const KeptSelect = memo(FilterSelect);

/** What is asked for, and what to do when it changes. */
export interface FleetFiltersProps {
  items: readonly FleetItem[];
  query: FleetQuery;
  /** The same at each call, for what has not changed not to be drawn again. */
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
        <KeptSelect
          key={filter}
          filter={filter}
          items={items}
          value={query.filters[filter] ?? ALL}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

function FilterSelect(props: {
  filter: Filter;
  items: readonly FleetItem[];
  value: string;
  onChange: FleetFiltersProps['onChange'];
}) {
  const { filter, items, value, onChange } = props;
  const options = useMemo(() => optionsOf(filter, items), [filter, items]);
  return (
    <Select
      label={LABELS[filter]}
      value={value}
      options={options}
      onChange={key => onChange(filter, key === ALL ? undefined : String(key))}
    />
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
