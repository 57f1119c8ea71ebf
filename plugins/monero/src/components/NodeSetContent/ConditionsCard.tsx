import { Fragment } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  namesOfFound,
  upToReasonOf,
  type NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import { shownCondition, type ShownCondition } from '../../lib/tones';
import { Ago } from '../DataAge';
import { StatePill } from '../StatePill';
import styles from './NodeSetContent.module.css';

/** Conditions that say the same, one after the other: it is read once. */
function byMessage(
  shown: readonly ShownCondition[],
): [message: string, conditions: ShownCondition[]][] {
  const messages = [...new Set(shown.map(({ message }) => message))];
  return messages.map(message => [
    message,
    shown.filter(each => each.message === message),
  ]);
}

/** What the operator says about the node set, in its own words, but for what was found of a node. */
export function ConditionsCard(props: { nodeSet: NodeSetHealth }) {
  const { conditions, generation, observedGeneration, nodes } = props.nodeSet;
  const found = namesOfFound(nodes);
  const shown = conditions
    .map(shownCondition)
    .filter((item): item is ShownCondition => item !== undefined)
    .map(item => ({ ...item, message: upToReasonOf(item.message, found) }));
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
            {byMessage(shown).map(([message, [first, ...others]]) => (
              <li key={first.word}>
                {[first, ...others].map(({ word, tone }) => (
                  <Fragment key={word}>
                    <StatePill tone={tone}>{word}</StatePill>{' '}
                  </Fragment>
                ))}
                <Text variant="body-small">{message}</Text>{' '}
                {first.since && (
                  <Text variant="body-small" color="secondary">
                    <Ago at={first.since} />
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
