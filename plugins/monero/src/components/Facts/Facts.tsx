import type { ReactNode } from 'react';
import { Card, CardBody } from '@backstage/ui';
import styles from './Facts.module.css';

/** One number of a strip. */
export interface Fact {
  label: string;
  value: ReactNode;
  /** What goes with it, small. */
  note?: ReactNode;
}

/** A strip of the numbers that one looks for first. */
export function Facts(props: { label: string; facts: readonly Fact[] }) {
  return (
    <Card>
      <CardBody>
        <dl className={styles.strip} aria-label={props.label}>
          {props.facts.map(fact => (
            <div key={fact.label}>
              <dt className={styles.label}>{fact.label}</dt>
              <dd className={styles.value}>{fact.value}</dd>
              {fact.note && <dd className={styles.note}>{fact.note}</dd>}
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
