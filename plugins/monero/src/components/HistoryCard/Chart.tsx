import { Text } from '@backstage/ui';
import styles from './HistoryCard.module.css';
import { inWords, type Values } from './inWords';
import { linePath, rangeOf } from './linePath';

/** A line of a chart: one pod. */
export interface Line {
  pod: string;
  /** The pod's place among all, which gives the colour. */
  index: number;
  values: Values;
}

const BOX = { width: 240, height: 48 };
/** As many colours as there are; further lines begin again. */
const COLOURS = 6;

/** One quantity over time, a line for each pod; its text says the same in words. */
export function Chart(props: {
  title: string;
  lines: readonly Line[];
  format: (value: number) => string;
}) {
  const { title, lines, format } = props;
  const range = rangeOf(lines.map(({ values }) => values));
  return (
    <figure className={styles.chart}>
      <figcaption>
        <Text variant="body-small" weight="bold">
          {title}
        </Text>
        <Text variant="body-small" color="secondary">
          {range ? `up to ${format(range.max)}` : 'not measured'}
        </Text>
      </figcaption>
      {range && (
        <svg
          viewBox={`-2 -2 ${BOX.width + 4} ${BOX.height + 4}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}: ${lines
            .map(({ pod, values }) => `${pod} ${inWords(values, format)}`)
            .join('; ')}`}
        >
          {lines.map(({ pod, values, index }) => (
            <path
              key={pod}
              d={linePath(values, range, BOX)}
              data-colour={index % COLOURS}
            />
          ))}
        </svg>
      )}
    </figure>
  );
}

/** Which colour is whose. */
export function Legend(props: { pods: readonly string[] }) {
  return (
    <ul className={styles.legend} aria-label="Colours">
      {props.pods.map((pod, index) => (
        <li key={pod}>
          <span
            className={styles.swatch}
            data-colour={index % COLOURS}
            aria-hidden="true"
          />
          <Text variant="body-small">{pod}</Text>
        </li>
      ))}
    </ul>
  );
}
