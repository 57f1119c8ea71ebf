import type { ReactNode } from 'react';
import { FIELD_MARK } from './twoColumns';
import styles from './FieldBox.module.css';

/** The frame of a field: its control and, below, what the choice costs or means. */
export function FieldBox(props: {
  /** Name of the field in the form. */
  name: string;
  children: ReactNode;
  note?: ReactNode;
  /** Half a row is enough: the next such field stands beside it where there is room. */
  isHalf?: boolean;
}) {
  return (
    <div
      className={styles.box}
      data-half={props.isHalf || undefined}
      {...{ [FIELD_MARK]: props.name }}
    >
      {props.children}
      {props.note && (
        <p className={styles.note} aria-live="polite">
          {props.note}
        </p>
      )}
    </div>
  );
}
