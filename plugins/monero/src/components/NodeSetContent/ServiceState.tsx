import { Text } from '@backstage/ui';
import type { AddressService } from '@monero-portal/plugin-monero-common';
import { Ago } from '../DataAge';
import { StatePill } from '../StatePill';
import styles from './NodeSetContent.module.css';

/** Whether others find an address, and why not; nothing while nobody tells. */
export function ServiceState(props: { service?: AddressService }) {
  const { service } = props;
  if (!service) {
    return null;
  }
  const { published, reason, since } = service;
  return (
    <div className={styles.service}>
      <StatePill tone={published ? 'good' : 'warn'}>
        {published ? 'Published' : 'Not published'}
      </StatePill>
      {!published && (
        <Text as="div" variant="body-small" color="secondary">
          {reason} {since && <Ago at={since} />}
        </Text>
      )}
    </div>
  );
}
