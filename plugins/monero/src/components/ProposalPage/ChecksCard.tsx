import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type { Proposal } from '@monero-portal/plugin-monero-common';
import { checksOf } from '../../lib/checks';
import { StatePill } from '../StatePill';
import styles from './ProposalPage.module.css';

/** What was looked at for the reviewer. */
export function ChecksCard(props: { proposal: Proposal }) {
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Checks
        </Text>
      </CardHeader>
      <CardBody>
        <ul className={styles.checks} aria-label="Checks">
          {checksOf(props.proposal).map(check => (
            <li key={check.word}>
              <StatePill tone={check.tone}>{check.word}</StatePill>
              {check.detail && (
                <Text as="p" variant="body-small" className={styles.detail}>
                  {check.detail}
                </Text>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
