import type { ReactNode } from 'react';
import { FIELD_MARK } from './twoColumns';
import styles from './FieldBox.module.css';

/** The frame of a field: its control and, below, what the choice costs or means. */
export function FieldBox(props: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.box} {...{ [FIELD_MARK]: '' }}>
      {props.children}
      {props.note && (
        <p className={styles.note} aria-live="polite">
          {props.note}
        </p>
      )}
    </div>
  );
}
