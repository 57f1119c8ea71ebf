import type { ReactElement, ReactNode } from 'react';
import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  useBreakpoint,
} from '@backstage/ui';
import type { Breakpoint } from './breakpoint';
import styles from './DataTable.module.css';

/** One column; on a narrow screen one line of each item. */
export interface DataColumn<T> {
  id: string;
  label: string;
  /** Numbers stand right, so that they line up. */
  numeric?: boolean;
  render: (item: T) => ReactNode;
}

/** A table that is a list where there is no room for columns. */
export interface DataTableProps<T> {
  /** What the table holds, for screen readers. */
  label: string;
  /** The first column names the item. */
  columns: readonly DataColumn<T>[];
  items: readonly T[];
  idOf: (item: T) => string;
  /** From this width on it is a table; `md` by default. */
  tableFrom?: Breakpoint;
}

/** Shows items as a table, or as a list of small cards on a narrow screen. */
export function DataTable<T>(props: DataTableProps<T>): ReactElement {
  const { up } = useBreakpoint();
  return up(props.tableFrom ?? 'md') ? (
    <WideTable {...props} />
  ) : (
    <NarrowList {...props} />
  );
}

function WideTable<T>(props: DataTableProps<T>) {
  const { columns, items, idOf, label } = props;
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={label} className={styles.table}>
        <TableHeader>
          {columns.map((column, index) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={index === 0}
              className={column.numeric ? styles.numericHead : undefined}
            >
              {column.label}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {items.map(item => (
            <Row key={idOf(item)} id={idOf(item)}>
              {columns.map(column => (
                <Cell
                  key={column.id}
                  className={column.numeric ? styles.numeric : styles.cell}
                >
                  {column.render(item)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}

function NarrowList<T>(props: DataTableProps<T>) {
  const [first, ...rest] = props.columns;
  return (
    <ul aria-label={props.label} className={styles.list}>
      {props.items.map(item => (
        <li key={props.idOf(item)} className={styles.item}>
          <div className={styles.itemHead}>{first.render(item)}</div>
          <dl className={styles.facts}>
            {rest.map(column => (
              <div key={column.id} className={styles.fact}>
                <dt>{column.label}</dt>
                <dd>{column.render(item)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
