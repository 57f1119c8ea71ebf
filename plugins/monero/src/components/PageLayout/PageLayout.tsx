import type { ReactNode } from 'react';
import styles from './PageLayout.module.css';

/** What stands below each other, with the distance that cards have. */
export function Stack(props: { children: ReactNode }) {
  return <div className={styles.stack}>{props.children}</div>;
}

/** A wide column and a narrow one; below each other where there is no room. */
export function Columns(props: {
  main: ReactNode;
  aside: ReactNode;
  /** What stands above where there is no room: it is what people come for. */
  first?: 'main' | 'aside';
}) {
  return (
    <div className={styles.columns} data-first={props.first ?? 'main'}>
      <Stack>{props.main}</Stack>
      <Stack>{props.aside}</Stack>
    </div>
  );
}
