import { useDeferredValue, useMemo, useRef } from 'react';
import { Alert, Text } from '@backstage/ui';
import {
  makeFieldSchema,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { toManifest } from '@monero-portal/monero-api';
import {
  DEFAULT_MANIFEST_PATH,
  manifestPath,
} from '@monero-portal/plugin-monero-common';
import { useGitManifest } from '../../hooks';
import { sentenceOf } from '../../lib/errors';
import { objectIn } from '../../lib/objectIn';
import {
  fieldView,
  manifestInputOf,
  previewOf,
  previewOfEdit,
  readFormState,
  useAside,
  type ChangedObject,
} from '../form';
import { ManifestCard, ManifestLines } from './ManifestCard';
import { PlannedCard } from './PlannedCard';
import styles from './ManifestPreviewField.module.css';

/** Names of the fields of the step that a field is in. */
function fieldsOf(props: FieldExtensionComponentProps<null>): string[] {
  const { properties } = props.registry.rootSchema;
  return Object.keys(properties ?? {});
}

/** The manifest as it will be written, live, and what the operator will make of it. */
export function ManifestPreviewField(
  props: FieldExtensionComponentProps<null>,
) {
  const ref = useRef<HTMLDivElement>(null);
  useAside(ref);
  const { formData } = fieldView(props, 'Manifest');
  const { object } = readFormState(formData);
  return (
    <div ref={ref} className={styles.aside}>
      {object ? (
        <EditedManifest
          object={object}
          formData={formData}
          fields={fieldsOf(props)}
        />
      ) : (
        <NewManifest formData={formData} />
      )}
    </div>
  );
}

function NewManifest({ formData }: { formData: unknown }) {
  // What is typed is shown first; the preview follows as soon as there is time.
  const latest = useDeferredValue(formData);
  const { lines, problems } = useMemo(() => previewOf(latest), [latest]);
  const input = manifestInputOf(readFormState(latest));
  return (
    <>
      <ManifestCard
        path={manifestPath(DEFAULT_MANIFEST_PATH, input)}
        problems={problems}
      >
        <ManifestLines lines={lines} />
      </ManifestCard>
      <PlannedCard object={toManifest(input)} isNew />
    </>
  );
}

/** The file in Git with the form put in: what nobody changes is seen to stay. */
function EditedManifest(props: {
  object: ChangedObject;
  formData: unknown;
  fields: readonly string[];
}) {
  const { object, fields } = props;
  const { value, error } = useGitManifest(object);
  const formData = useDeferredValue(props.formData);
  const asked = fields.join();
  const edited = useMemo(() => {
    try {
      return (
        value && {
          preview: previewOfEdit(value.manifest, formData, asked.split(',')),
        }
      );
    } catch (reason) {
      return { reason };
    }
  }, [value, formData, asked]);
  const trouble = edited?.reason ?? (value ? undefined : error);
  const preview = edited?.preview;
  const planned = preview && objectIn(preview.text);
  return (
    <>
      <ManifestCard path={value?.path ?? ''} problems={preview?.problems ?? 0}>
        {value && object.blob && object.blob !== value.blob && (
          <Alert
            status="danger"
            icon
            role="alert"
            mb="3"
            title="The file has changed since this form was filled in from it"
            description={`Open the form again from the page of ${object.name}: it starts from the file as it is now. As it stands it would be refused.`}
          />
        )}
        {preview && !preview.isChanged && (
          <Text as="p" color="secondary" className={styles.note}>
            Nothing is changed yet.
          </Text>
        )}
        {preview && <ManifestLines lines={preview.lines} />}
        {trouble !== undefined && (
          <Text as="p" role="alert">
            {sentenceOf(trouble)}
          </Text>
        )}
        {!edited && !error && <Text color="secondary">Reading from Git…</Text>}
      </ManifestCard>
      {planned && <PlannedCard object={planned} isNew={false} />}
    </>
  );
}

export const manifestPreviewSchema = makeFieldSchema({
  output: z => z.null(),
});
