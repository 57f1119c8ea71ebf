import styles from './ProgressBar.module.css';

/** How many of a whole number of steps are done, as a bar; `text` says it in words. */
export function ProgressBar(props: {
  label: string;
  done: number;
  of: number;
  /** What the bar says to those who cannot see it. */
  text: string;
}) {
  const { label, done, of, text } = props;
  const share = of > 0 ? Math.min(1, done / of) : 1;
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-valuetext={text}
    >
      <div style={{ width: `${100 * share}%` }} />
    </div>
  );
}
