import {
  Card,
  CardBody,
  CardHeader,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import type { Proposal } from '@monero-portal/plugin-monero-common';
import { parseDiff, type DiffLine } from '../../lib/diff';
import { CodeBox } from '../CodeBox';
import styles from './Diff.module.css';

const SIGNS: Record<DiffLine['kind'], string> = {
  added: '+',
  removed: '-',
  same: ' ',
  gap: '⋮',
};

const SAID: Partial<Record<DiffLine['kind'], string>> = {
  added: 'added: ',
  removed: 'removed: ',
};

const TITLES: Record<Proposal['operation'], string> = {
  create: 'New file',
  change: 'Change',
  retire: 'Removed file',
};

/** What the proposal changes in the file; a sign says what the colour says. */
export function Diff(props: { proposal: Proposal }) {
  const { diff, path, operation } = props.proposal;
  const lines = parseDiff(diff ?? '');
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          {TITLES[operation]}{' '}
          <Text variant="body-small" color="secondary">
            {path}
          </Text>
        </Text>
      </CardHeader>
      <CardBody>
        {lines.length === 0 ? (
          <Text color="secondary">
            Nothing differs: the branch that is applied already has this file.
          </Text>
        ) : (
          <CodeBox label={`Diff of ${path}`}>
            {lines.map((line, index) => (
              <div key={index} className={styles.line} data-kind={line.kind}>
                <span className={styles.number} aria-hidden="true">
                  {line.before ?? ''}
                </span>
                <span className={styles.number} aria-hidden="true">
                  {line.after ?? ''}
                </span>
                <span className={styles.sign} aria-hidden="true">
                  {SIGNS[line.kind]}
                </span>
                <span>
                  {SAID[line.kind] && (
                    <VisuallyHidden>{SAID[line.kind]}</VisuallyHidden>
                  )}
                  {line.text}
                </span>
              </div>
            ))}
          </CodeBox>
        )}
      </CardBody>
    </Card>
  );
}
