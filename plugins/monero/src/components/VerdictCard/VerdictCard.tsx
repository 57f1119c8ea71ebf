import { Card, CardBody, Text } from '@backstage/ui';
import type { ObjectHealth } from '@monero-portal/plugin-monero-common';
import { VERDICT_TONES } from '../../lib/tones';
import { DataAge } from '../DataAge';
import { StatePill } from '../StatePill';
import styles from './VerdictCard.module.css';

/** What works, what does not and what happens next: the first thing on a page. */
export function VerdictCard(props: {
  object: Pick<ObjectHealth, 'verdict' | 'asOf'>;
}) {
  const { verdict, asOf } = props.object;
  const tone = VERDICT_TONES[verdict.state];
  return (
    <Card className={styles.card} data-tone={tone}>
      <CardBody>
        <div className={styles.row}>
          <StatePill tone={tone}>{verdict.state}</StatePill>
          <div className={styles.words}>
            <div role="status">
              <Text as="h2" variant="title-x-small" weight="bold">
                {verdict.headline}
              </Text>
              {verdict.detail && (
                <Text as="p" color="secondary" className={styles.detail}>
                  {verdict.detail}
                </Text>
              )}
            </div>
          </div>
          <Text variant="body-small" color="secondary" className={styles.age}>
            <DataAge asOf={asOf} />
          </Text>
        </div>
      </CardBody>
    </Card>
  );
}
