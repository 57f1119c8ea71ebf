import { useState } from 'react';
import {
  Alert,
  Card,
  CardBody,
  CardHeader,
  Select,
  Skeleton,
  Text,
} from '@backstage/ui';
import { formatBytes } from '@monero-portal/monero-api';
import {
  formatHashrate,
  type History,
  type ObjectRef,
  type SeriesName,
} from '@monero-portal/plugin-monero-common';
import { useHistory } from '../../hooks';
import { sentenceOf } from '../../lib/errors';
import { formatCount } from '../../lib/format';
import { Chart, Legend } from './Chart';
import styles from './HistoryCard.module.css';

/** How far back people look. */
const SPANS = [
  { id: '1', label: 'Last hour' },
  { id: '24', label: 'Last 24 hours' },
  { id: '168', label: 'Last 7 days' },
  { id: '2160', label: 'Last 90 days' },
];

/** What is charted, in this order, and how its values are written. */
const QUANTITIES: ReadonlyArray<
  [series: SeriesName, title: string, format: (value: number) => string]
> = [
  ['blocksBehind', 'Blocks behind', formatCount],
  ['peersOut', 'Peers out', formatCount],
  ['peersIn', 'Peers in', formatCount],
  ['peersAnonymous', 'Peers on Tor and I2P', formatCount],
  ['transactionPool', 'Transaction pool', formatCount],
  ['databaseBytes', 'Chain on disk', formatBytes],
  ['freeBytes', 'Free on disk', formatBytes],
  ['hashrate', 'Hashrate', formatHashrate],
];

/** How the pods of a node set or mining set were, a small chart for each quantity. */
export function HistoryCard(props: { objectRef: ObjectRef }) {
  const [hours, setHours] = useState('24');
  const { value, error, loading } = useHistory(props.objectRef, Number(hours));
  return (
    <Card>
      <CardHeader>
        <div className={styles.header}>
          <Text as="h2" weight="bold">
            History
          </Text>
          <Select
            size="small"
            aria-label="How far back"
            options={SPANS}
            value={hours}
            onChange={key => setHours(String(key))}
          />
        </div>
      </CardHeader>
      <CardBody>
        {error && (
          <Alert
            status="warning"
            icon
            title={
              value
                ? 'The newest points could not be fetched.'
                : 'The history could not be fetched.'
            }
            description={sentenceOf(error)}
          />
        )}
        {loading && <Skeleton width="100%" height="8rem" />}
        {value && <Charts history={value} />}
      </CardBody>
    </Card>
  );
}

function Charts({ history }: { history: History }) {
  const measured = QUANTITIES.flatMap(([series, title, format]) => {
    const lines = history.pods.flatMap(({ pod, series: all }, index) => {
      const values = all[series];
      return values ? [{ pod, index, values }] : [];
    });
    return lines.length > 0 ? [{ series, title, format, lines }] : [];
  });
  if (measured.length === 0) {
    return (
      <Text color="secondary">
        Nothing was measured in this time. A point is added every minute.
      </Text>
    );
  }
  return (
    <>
      <div className={styles.charts}>
        {measured.map(({ series, ...chart }) => (
          <Chart key={series} {...chart} />
        ))}
      </div>
      {history.pods.length > 1 && (
        <Legend pods={history.pods.map(({ pod }) => pod)} />
      )}
    </>
  );
}
