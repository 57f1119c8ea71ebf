import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import { shownCondition, type ShownCondition } from '../../lib/tones';
import { Ago } from '../DataAge';
import { StatePill } from '../StatePill';
import styles from './NodeSetContent.module.css';

/** What the operator says about the node set, in its own words. */
export function ConditionsCard(props: { nodeSet: NodeSetHealth }) {
  const { conditions, generation, observedGeneration } = props.nodeSet;
  const shown = conditions
    .map(shownCondition)
    .filter((item): item is ShownCondition => item !== undefined);
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          What the operator says
        </Text>
      </CardHeader>
      <CardBody>
        {observedGeneration !== generation && (
          <Text as="p" variant="body-small" className={styles.paragraph}>
            The operator has not seen the last change yet.
          </Text>
        )}
        {shown.length === 0 ? (
          <Text color="secondary">Nothing yet.</Text>
        ) : (
          <ul className={styles.conditions}>
            {shown.map(condition => (
              <li key={condition.word}>
                <StatePill tone={condition.tone}>{condition.word}</StatePill>{' '}
                <Text variant="body-small">{condition.message}</Text>{' '}
                {condition.since && (
                  <Text variant="body-small" color="secondary">
                    <Ago at={condition.since} />
                  </Text>
                )}
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
