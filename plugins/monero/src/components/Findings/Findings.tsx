import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type {
  Finding,
  FindingSeverity,
} from '@monero-portal/plugin-monero-common';
import type { Tone } from '../../lib/tones';
import { Ago } from '../DataAge';
import { StatePill } from '../StatePill';
import styles from './Findings.module.css';

const SEVERITIES: Record<FindingSeverity, { word: string; tone: Tone }> = {
  critical: { word: 'Broken', tone: 'bad' },
  warning: { word: 'Needs a look', tone: 'warn' },
  info: { word: 'Under way', tone: 'busy' },
};

/**
 * What is wrong, worst first: since when, what shows it, and what to do.
 * Nothing at all where nothing is wrong.
 */
export function Findings(props: { findings: readonly Finding[] }) {
  const { findings } = props;
  if (findings.length === 0) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          What was found
        </Text>
      </CardHeader>
      <CardBody>
        <ul className={styles.list} aria-label="What was found">
          {findings.map(finding => (
            <OneFinding
              key={`${finding.code} ${finding.pod ?? ''}`}
              finding={finding}
            />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function OneFinding(props: { finding: Finding }) {
  const { code, severity, what, evidence, next, since } = props.finding;
  const { word, tone } = SEVERITIES[severity];
  return (
    <li className={styles.finding} data-code={code}>
      <div className={styles.pill}>
        <StatePill tone={tone}>{word}</StatePill>
      </div>
      <div className={styles.words}>
        <Text as="h3" variant="body-medium" weight="bold">
          {what}
        </Text>{' '}
        {since && (
          <Text variant="body-small" color="secondary">
            since <Ago at={since} />
          </Text>
        )}
        <Text as="p">{evidence}</Text>
        <Text as="p" color="secondary">
          {next}
        </Text>
      </div>
    </li>
  );
}
