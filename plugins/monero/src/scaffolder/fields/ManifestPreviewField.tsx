import { useMemo, useRef } from 'react';
import {
  Card,
  CardBody,
  CardHeader,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import {
  makeFieldSchema,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { plannedChildren, toNodeSet } from '@monero-portal/monero-api';
import {
  DEFAULT_MANIFEST_PATH,
  manifestPath,
} from '@monero-portal/plugin-monero-common';
import { CodeBox } from '../../components/CodeBox';
import {
  fieldView,
  formInputOf,
  previewOf,
  readFormState,
  useAside,
} from '../form';
import styles from './ManifestPreviewField.module.css';

function problemsLeft(count: number): string {
  return count === 1 ? '1 problem left' : `${count} problems left`;
}

/** The manifest as it will be written, live, and what the operator will make of it. */
export function ManifestPreviewField(
  props: FieldExtensionComponentProps<null>,
) {
  const ref = useRef<HTMLDivElement>(null);
  useAside(ref);
  const { formData } = fieldView(props, 'Manifest');
  const { lines, problems } = useMemo(() => previewOf(formData), [formData]);
  const input = formInputOf(readFormState(formData));
  const path = manifestPath(DEFAULT_MANIFEST_PATH, input);
  const children = plannedChildren(toNodeSet(input).spec);
  return (
    <div ref={ref} className={styles.aside}>
      <Card className={styles.card}>
        <CardHeader>
          <div className={styles.head}>
            <Text as="h3" weight="bold">
              Manifest{' '}
              <Text variant="body-small" color="secondary">
                {path}
              </Text>
            </Text>
            <span role="status" className={styles.count}>
              {problems > 0 && problemsLeft(problems)}
            </span>
          </div>
        </CardHeader>
        <CardBody>
          <Lines lines={lines} />
        </CardBody>
      </Card>
      <Card className={styles.card}>
        <CardHeader>
          <Text as="h3" weight="bold">
            What the operator will create
          </Text>
        </CardHeader>
        <CardBody>
          <dl className={styles.planned}>
            {children.map(child => (
              <div key={child.kind} className={styles.child}>
                <dt>{child.kind}</dt>
                <dd>{child.text}</dd>
              </div>
            ))}
          </dl>
        </CardBody>
      </Card>
    </div>
  );
}

function Lines(props: { lines: ReturnType<typeof previewOf>['lines'] }) {
  return (
    <CodeBox label="Manifest">
      {props.lines.map((line, index) => (
        <div
          key={index}
          className={styles.line}
          data-refused={line.refused !== undefined || undefined}
          title={line.refused}
        >
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

export const manifestPreviewSchema = makeFieldSchema({
  output: z => z.null(),
});
