import type { Tone } from '../../lib/tones';
import { inWords, type Values } from '../HistoryCard/inWords';
import { linePath, type Range } from '../HistoryCard/linePath';
import styles from './Sparkline.module.css';

/** Few units, for the path to be short; it is stretched to its place. */
const BOX = { width: 60, height: 16 };

/** What a small line says. */
export interface SparklineProps {
  /** What is drawn and of when, such as "Blocks behind, last hour"; begins the text for screen readers. */
  label: string;
  /** At equal distances, null where nothing was measured; absent where nothing ever was. */
  values?: Values;
  /** Lowest and highest value of all lines that are compared; see `rangeOf`. */
  range?: Range;
  format: (value: number) => string;
  /** Of when the last value is; "now" by default. */
  recently?: string;
  /** Of what it belongs to; the word beside it says what it is. */
  tone: Tone;
}

/** How a number was lately, as a small line beside it; its text says the same in words. */
export function Sparkline(props: SparklineProps) {
  const { label, values = [], range, format, recently, tone } = props;
  const text = `${label}: ${inWords(values, format, recently)}`;
  const isKnown = range && values.some(value => value !== null);
  return (
    <svg
      className={styles.line}
      data-tone={isKnown ? tone : 'quiet'}
      viewBox={`-1 -1 ${BOX.width + 2} ${BOX.height + 2}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
    >
      <title>{text}</title>
      {isKnown ? (
        <path d={linePath(values, range, BOX)} />
      ) : (
        <path className={styles.nothing} d={`M0 ${BOX.height}H${BOX.width}`} />
      )}
    </svg>
  );
}
