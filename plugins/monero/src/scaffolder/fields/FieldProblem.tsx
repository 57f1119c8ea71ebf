import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** What is wrong with a field, for eyes and screen readers. */
export function FieldProblem({ children }: { children: ReactNode }) {
  return (
    <p className={styles.problems} role="alert">
      {children}
    </p>
  );
}
