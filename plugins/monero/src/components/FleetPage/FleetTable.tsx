import { memo, useRef, type ReactNode } from 'react';
import { Select, Text, useBreakpoint } from '@backstage/ui';
import {
  fleetKeyOf,
  formatHashrate,
  type FleetItem,
} from '@monero-portal/plugin-monero-common';
import { useFleetLag, useNodeSetEntities, type FleetLag } from '../../hooks';
import { formatCount, nameOfRef, UNKNOWN } from '../../lib/format';
import { VERDICT_TONES } from '../../lib/tones';
import { DataAge } from '../DataAge';
import { EntityName } from '../EntityName';
import { StatePill } from '../StatePill';
import {
  KIND_WORDS,
  orderOf,
  type FleetQuery,
  type Order,
  type Sort,
} from './fleetQuery';
import { LagLine, LagNote } from './LagLine';
import { useVisibleRows } from './useVisibleRows';
import styles from './FleetTable.module.css';

const TAB: Record<FleetItem['kind'], string> = {
  MoneroNodeSet: 'nodes',
  MoneroNetwork: 'network',
  MoneroMiningNodeSet: 'miners',
};

/** Heights of a row and of a card, in pixels, as the style sheet sets them. */
const ROW_HEIGHT = 56;
const CARD_HEIGHT = 132;

interface FleetColumn {
  id: string;
  label: string;
  sort?: Sort;
  numeric?: boolean;
  render: (item: FleetItem, lag: FleetLag) => ReactNode;
}

const COLUMNS: readonly FleetColumn[] = [
  {
    id: 'state',
    label: 'State',
    sort: 'trouble',
    render: item => (
      <StatePill tone={VERDICT_TONES[item.verdict.state]}>
        {item.verdict.state}
      </StatePill>
    ),
  },
  {
    id: 'what',
    label: 'What is wrong',
    render: item => (
      <>
        <Text variant="body-small">
          {item.finding?.what ?? item.verdict.headline}
        </Text>
        {item.stale && item.asOf && (
          <Text as="div" variant="body-small" color="secondary">
            <DataAge asOf={item.asOf} />
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'ready',
    label: 'Ready',
    numeric: true,
    render: item => (
      <>
        {formatCount(item.readyReplicas)} / {formatCount(item.replicas)}
        {item.hashrate !== undefined && (
          <Text as="div" variant="body-small" color="secondary">
            {formatHashrate(item.hashrate)}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'network',
    label: 'Chain',
    sort: 'network',
    render: item => item.network ?? UNKNOWN,
  },
  {
    id: 'where',
    label: 'Where',
    sort: 'cluster',
    render: item => `${item.cluster} / ${item.namespace}`,
  },
  {
    id: 'lag',
    label: 'Height lag, 24 h',
    render: (item, lag) => <LagLine item={item} lag={lag} />,
  },
  {
    id: 'owner',
    label: 'Owner',
    sort: 'owner',
    render: item => (item.owner ? nameOfRef(item.owner) : UNKNOWN),
  },
];

/** While the page scrolls only rows that come are drawn. */
const KeptRow = memo(ItemRow);
const KeptCard = memo(ItemCard);

interface ItemProps {
  item: FleetItem;
  /** Among all, from 0. */
  place: number;
  entityOf: ReturnType<typeof useNodeSetEntities>;
  lag: FleetLag;
}

/** What the table shows, and what to do when another order is chosen. */
export interface FleetTableProps {
  items: readonly FleetItem[];
  query: Pick<FleetQuery, 'sort' | 'descending'>;
  onOrder: (order: Order) => void;
}

/** The fleet as a table, or as cards on a narrow screen; only what can be seen is drawn. */
export function FleetTable(props: FleetTableProps) {
  const { up } = useBreakpoint();
  const lag = useFleetLag();
  const List = up('md') ? WideTable : Cards;
  return (
    <>
      <LagNote error={lag.error} />
      <List {...props} lag={lag} />
    </>
  );
}

type ListProps = FleetTableProps & Pick<ItemProps, 'lag'>;

function WideTable({ items, query, onOrder, lag }: ListProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, last } = useVisibleRows(body, items.length, ROW_HEIGHT);
  const entityOf = useNodeSetEntities();
  const heading = { query, onOrder };
  return (
    <table
      className={styles.table}
      aria-label="Fleet"
      aria-rowcount={items.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          <Heading label="Name" sort="name" {...heading} />
          {COLUMNS.map(column => (
            <Heading key={column.id} {...column} {...heading} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Gap height={first * ROW_HEIGHT} />
        {items.slice(first, last).map((item, index) => (
          <KeptRow
            key={fleetKeyOf(item)}
            item={item}
            place={first + index}
            entityOf={entityOf}
            lag={lag}
          />
        ))}
        <Gap height={(items.length - last) * ROW_HEIGHT} />
      </tbody>
    </table>
  );
}

function ItemRow({ item, place, entityOf, lag }: ItemProps) {
  return (
    <tr aria-rowindex={place + 2}>
      <th scope="row">
        <ItemName item={item} entityOf={entityOf} />
      </th>
      {COLUMNS.map(column => (
        <td key={column.id} data-numeric={column.numeric}>
          {column.render(item, lag)}
        </td>
      ))}
    </tr>
  );
}

function Gap(props: { height: number }) {
  return props.height > 0 ? (
    <tr aria-hidden="true" style={{ height: props.height }}>
      <td colSpan={COLUMNS.length + 1} />
    </tr>
  ) : null;
}

function Heading(props: {
  label: string;
  sort?: Sort;
  numeric?: boolean;
  query: FleetTableProps['query'];
  onOrder: FleetTableProps['onOrder'];
}) {
  const { label, sort, numeric, query, onOrder } = props;
  if (!sort) {
    return (
      <th scope="col" data-numeric={numeric}>
        {label}
      </th>
    );
  }
  const active = query.sort === sort;
  const direction = query.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={active ? direction : 'none'}>
      <button
        type="button"
        className={styles.sort}
        onClick={() =>
          onOrder(orderOf({ sort, descending: active && !query.descending }))
        }
      >
        {label}
        <span aria-hidden="true">
          {active && (query.descending ? ' ↓' : ' ↑')}
        </span>
      </button>
    </th>
  );
}

function ItemName(props: {
  item: FleetItem;
  entityOf: ReturnType<typeof useNodeSetEntities>;
}) {
  const { item, entityOf } = props;
  return (
    <>
      <EntityName
        name={item.name}
        entity={entityOf(item)}
        tab={TAB[item.kind]}
      />
      <Text as="div" variant="body-small" color="secondary">
        {KIND_WORDS[item.kind]}
        {item.memberOf ? ` of ${item.memberOf}` : ''}
      </Text>
    </>
  );
}

/** What the headings of the table offer, in words. */
const ORDERS: readonly { id: Order; label: string }[] = [
  { id: 'trouble', label: 'What needs a look first' },
  { id: '-trouble', label: 'What is well first' },
  { id: 'name', label: 'Name, A to Z' },
  { id: '-name', label: 'Name, Z to A' },
  { id: 'network', label: 'Chain, A to Z' },
  { id: '-network', label: 'Chain, Z to A' },
  { id: 'cluster', label: 'Where, A to Z' },
  { id: '-cluster', label: 'Where, Z to A' },
  { id: 'owner', label: 'Owner, A to Z' },
  { id: '-owner', label: 'Owner, Z to A' },
];

function Cards({ items, query, onOrder, lag }: ListProps) {
  return (
    <>
      <Select
        className={styles.order}
        label="Sort by"
        value={orderOf(query)}
        options={ORDERS}
        onChange={key => onOrder(key as Order)}
      />
      <CardList items={items} lag={lag} />
    </>
  );
}

function CardList({ items, lag }: Pick<ListProps, 'items' | 'lag'>) {
  const body = useRef<HTMLUListElement>(null);
  const { first, last } = useVisibleRows(body, items.length, CARD_HEIGHT);
  const entityOf = useNodeSetEntities();
  return (
    <ul
      ref={body}
      className={styles.cards}
      aria-label="Fleet"
      style={{
        paddingTop: first * CARD_HEIGHT,
        paddingBottom: (items.length - last) * CARD_HEIGHT,
      }}
    >
      {items.slice(first, last).map((item, index) => (
        <KeptCard
          key={fleetKeyOf(item)}
          item={item}
          place={first + index}
          count={items.length}
          entityOf={entityOf}
          lag={lag}
        />
      ))}
    </ul>
  );
}

function ItemCard(props: ItemProps & { count: number }) {
  const { item, place, count, entityOf, lag } = props;
  return (
    <li className={styles.card} aria-setsize={count} aria-posinset={place + 1}>
      <div className={styles.cardHead}>
        <div>
          <ItemName item={item} entityOf={entityOf} />
        </div>
        <StatePill tone={VERDICT_TONES[item.verdict.state]}>
          {item.verdict.state}
        </StatePill>
      </div>
      <Text as="div" variant="body-small" className={styles.clip}>
        {item.finding?.what ?? item.verdict.headline}
      </Text>
      <div className={styles.cardFoot}>
        <Text variant="body-small" color="secondary" className={styles.clip}>
          {item.cluster} / {item.namespace}
          {item.owner ? ` · ${nameOfRef(item.owner)}` : ''}
        </Text>
        {item.kind !== 'MoneroMiningNodeSet' && (
          <LagLine item={item} lag={lag} />
        )}
      </div>
    </li>
  );
}
