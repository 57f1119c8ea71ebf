import type { ReactNode } from 'react';
import {
  Card,
  CardBody,
  CardHeader,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import { CodeBox } from '../../components/CodeBox';
import type { ManifestLine } from '../form';
import styles from './ManifestPreviewField.module.css';

function problemsLeft(count: number): string {
  return count === 1 ? '1 problem left' : `${count} problems left`;
}

/** A manifest with its place in the repository and how much of it is refused. */
export function ManifestCard(props: {
  title?: string;
  path: string;
  problems: number;
  children: ReactNode;
}) {
  const { title = 'Manifest', path, problems, children } = props;
  return (
    <Card className={styles.card}>
      <CardHeader>
        <div className={styles.head}>
          <Text as="h3" weight="bold">
            {title}{' '}
            <Text variant="body-small" color="secondary">
              {path}
            </Text>
          </Text>
          <span role="status" className={styles.count}>
            {problems > 0 && problemsLeft(problems)}
          </span>
        </div>
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}

const SIGNS = { added: '+', removed: '-' };
const SAID = { added: 'added: ', removed: 'removed: ' };

/** The lines of a manifest: what would be refused is marked, and what a change adds and removes. */
export function ManifestLines(props: { lines: readonly ManifestLine[] }) {
  const isChange = props.lines.some(line => line.change);
  return (
    <CodeBox label="Manifest">
      {props.lines.map((line, index) => (
        <div
          key={index}
          className={styles.line}
          data-refused={line.refused !== undefined || undefined}
          data-change={line.change}
          title={line.refused}
        >
          {isChange && (
            <span className={styles.sign} aria-hidden="true">
              {line.change ? SIGNS[line.change] : ' '}
            </span>
          )}
          {line.change && <VisuallyHidden>{SAID[line.change]}</VisuallyHidden>}
          {line.text}
          {line.refused && (
            <>
              <span aria-hidden="true">{'   ← refused'}</span>
              <VisuallyHidden> refused: {line.refused}</VisuallyHidden>
            </>
          )}
        </div>
      ))}
    </CodeBox>
  );
}
