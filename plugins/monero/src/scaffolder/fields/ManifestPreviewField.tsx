import { useMemo, useRef, type ReactNode } from 'react';
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
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import { CodeBox } from '../../components/CodeBox';
import { useGitManifest } from '../../hooks';
import { sentenceOf } from '../../lib/errors';
import {
  fieldView,
  formInputOf,
  previewOf,
  previewOfEdit,
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
  const state = readFormState(formData);
  const children = plannedChildren(toNodeSet(formInputOf(state)).spec);
  return (
    <div ref={ref} className={styles.aside}>
      {state.nodeSet ? (
        <EditedManifest nodeSet={state.nodeSet} formData={formData} />
      ) : (
        <NewManifest formData={formData} />
      )}
      <Card className={styles.card}>
        <CardHeader>
          <Text as="h3" weight="bold">
            {state.nodeSet
              ? 'What the operator will have'
              : 'What the operator will create'}
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

function NewManifest({ formData }: { formData: unknown }) {
  const { lines, problems } = useMemo(() => previewOf(formData), [formData]);
  const input = formInputOf(readFormState(formData));
  return (
    <ManifestCard
      path={manifestPath(DEFAULT_MANIFEST_PATH, input)}
      problems={problems}
    >
      <Lines lines={lines} />
    </ManifestCard>
  );
}

/** The file in Git with the form put in: what nobody changes is seen to stay. */
function EditedManifest(props: { nodeSet: NodeSetRef; formData: unknown }) {
  const { nodeSet, formData } = props;
  const { value, error } = useGitManifest(nodeSet);
  const edited = useMemo(() => {
    try {
      return value && { preview: previewOfEdit(value.manifest, formData) };
    } catch (reason) {
      return { reason };
    }
  }, [value, formData]);
  const trouble = edited?.reason ?? (value ? undefined : error);
  return (
    <ManifestCard
      path={value?.path ?? ''}
      problems={edited?.preview?.problems ?? 0}
    >
      {edited?.preview && <Lines lines={edited.preview.lines} />}
      {trouble !== undefined && (
        <Text as="p" role="alert">
          {sentenceOf(trouble)}
        </Text>
      )}
      {!edited && !error && <Text color="secondary">Reading from Git…</Text>}
    </ManifestCard>
  );
}

function ManifestCard(props: {
  path: string;
  problems: number;
  children: ReactNode;
}) {
  return (
    <Card className={styles.card}>
      <CardHeader>
        <div className={styles.head}>
          <Text as="h3" weight="bold">
            Manifest{' '}
            <Text variant="body-small" color="secondary">
              {props.path}
            </Text>
          </Text>
          <span role="status" className={styles.count}>
            {props.problems > 0 && problemsLeft(props.problems)}
          </span>
        </div>
      </CardHeader>
      <CardBody>{props.children}</CardBody>
    </Card>
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
