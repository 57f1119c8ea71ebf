import type { ReactNode } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import type { NodeHealth } from '@monero-portal/plugin-monero-common';
import { sentenceOf } from '../../lib/errors';
import { formatCount } from '../../lib/format';
import { NODE_TONES } from '../../lib/tones';
import { Sparkline } from '../Sparkline';
import type { LastHour, Trend } from './lastHour';
import styles from './NodeSetContent.module.css';

/** The last hour of all nodes, once it is known. */
export interface HourOf {
  hour?: LastHour;
  loading: boolean;
}

/** A number of a node as it is now, and below it how it was in the last hour. */
export function NumberWithLine(props: {
  node: NodeHealth;
  /** What the number counts; begins the text for screen readers. */
  what: string;
  hour: HourOf;
  of: (hour: LastHour) => Trend;
  children: ReactNode;
}) {
  const { node, what, of, children } = props;
  const { hour, loading } = props.hour;
  const trend = hour && of(hour);
  return (
    <div className={styles.number}>
      {children}
      {loading && <Skeleton width="4.5rem" height="1.25rem" />}
      {trend && (
        <Sparkline
          label={`${what}, last hour`}
          values={trend.byPod.get(node.pod)}
          range={trend.range}
          format={formatCount}
          tone={NODE_TONES[node.state]}
        />
      )}
    </div>
  );
}

/** What the small lines are, or why there are none or no newer ones. */
export function LastHourNote(props: { isShown: boolean; error?: Error }) {
  const { isShown, error } = props;
  const text = error
    ? `The last hour could not be fetched${
        isShown ? ' again: the lines are older' : ''
      }. ${sentenceOf(error)}`
    : isShown &&
      'The lines show the last hour; dotted where nothing was measured.';
  return text ? (
    <Text as="p" variant="body-small" color="secondary" className={styles.note}>
      {text}
    </Text>
  ) : null;
}
