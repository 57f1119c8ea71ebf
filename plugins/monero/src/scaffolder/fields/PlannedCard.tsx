import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { plannedChildren, type MoneroObject } from '@monero-portal/monero-api';
import styles from './ManifestPreviewField.module.css';

/** What the operator makes of an object, in words. */
export function PlannedCard(props: { object: MoneroObject; isNew: boolean }) {
  return (
    <Card className={styles.card}>
      <CardHeader>
        <Text as="h3" weight="bold">
          {props.isNew
            ? 'What the operator will create'
            : 'What the operator will have'}
        </Text>
      </CardHeader>
      <CardBody>
        <dl className={styles.planned}>
          {plannedChildren(props.object).map(child => (
            <div key={child.kind} className={styles.child}>
              <dt>{child.kind}</dt>
              <dd>{child.text}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
