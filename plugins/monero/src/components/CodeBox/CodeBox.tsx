import type { ReactNode } from 'react';
import styles from './CodeBox.module.css';

/** A box of lines of code that scrolls sideways, by keyboard too. */
export function CodeBox(props: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={props.label}
      // What scrolls must be reachable without a mouse.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.code}
    >
      {props.children}
    </div>
  );
}
