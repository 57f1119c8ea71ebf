import type { Tone } from '../../lib/tones';
import styles from './StatePill.module.css';

/** A state as a dot and a word: the colour only repeats what the word says. */
export function StatePill(props: { tone: Tone; children: string }) {
  return (
    <span className={styles.pill} data-tone={props.tone}>
      <span className={styles.dot} aria-hidden="true" />
      {props.children}
    </span>
  );
}
