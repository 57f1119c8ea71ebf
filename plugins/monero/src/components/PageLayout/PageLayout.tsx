import type { ReactNode } from 'react';
import styles from './PageLayout.module.css';

/** What stands below each other, with the distance that cards have. */
export function Stack(props: { children: ReactNode }) {
  return <div className={styles.stack}>{props.children}</div>;
}

/** A wide column and a narrow one; below each other where there is no room. */
export function Columns(props: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.columns}>
      <Stack>{props.main}</Stack>
      <Stack>{props.aside}</Stack>
    </div>
  );
}
