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
 * What is the same of several nodes is told once. Nothing at all where nothing is wrong.
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
          {findings.map((finding, index) => (
            <OneFinding
              key={`${finding.code} ${finding.pod ?? ''}`}
              finding={finding}
              sameAs={findings
                .slice(0, index)
                .find(earlier => isSameOf(earlier, finding))}
            />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

/** Whether one tells of another node what the other tells. */
function isSameOf(one: Finding, other: Finding): boolean {
  return (
    one.pod !== undefined &&
    one.code === other.code &&
    one.evidence === other.evidence &&
    one.next === other.next
  );
}

function OneFinding(props: { finding: Finding; sameAs?: Finding }) {
  const { finding, sameAs } = props;
  const { code, severity, what, evidence, next, since } = finding;
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
        {sameAs ? (
          <Text as="p">The same as of {sameAs.pod}.</Text>
        ) : (
          <>
            <Text as="p">{evidence}</Text>
            <Text as="p" color="secondary">
              {next}
            </Text>
          </>
        )}
      </div>
    </li>
  );
}
