import { Text } from '@backstage/ui';
import { formatBytes } from '@monero-portal/monero-api';
import {
  FREE_FLOOR_BYTES,
  type NodeHealth,
} from '@monero-portal/plugin-monero-common';
import { UNKNOWN } from '../../lib/format';
import styles from './NodeSetContent.module.css';

const WARNING = 0.85;
const CRITICAL = 0.95;

/** How full a node's volume is: a share, a bar, and what is free. */
export function DiskBar(props: {
  node: Pick<NodeHealth, 'databaseBytes' | 'freeBytes'>;
}) {
  const { databaseBytes, freeBytes } = props.node;
  if (databaseBytes === undefined || freeBytes === undefined) {
    return <>{UNKNOWN}</>;
  }
  const share = databaseBytes / Math.max(1, databaseBytes + freeBytes);
  return (
    <div className={styles.disk} title={`${formatBytes(freeBytes)} free`}>
      {Math.round(100 * share)} %
      <div
        className={styles.bar}
        data-tone={toneOf(share, freeBytes)}
        aria-hidden="true"
      >
        <div style={{ width: `${100 * share}%` }} />
      </div>
      <Text variant="body-small" color="secondary">
        {formatBytes(freeBytes)} free
      </Text>
    </div>
  );
}

function toneOf(share: number, freeBytes: number): string {
  if (share > CRITICAL || freeBytes < FREE_FLOOR_BYTES) {
    return 'bad';
  }
  return share > WARNING ? 'warn' : 'good';
}
