import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { toManifest } from '@monero-portal/monero-api';
import {
  DEFAULT_MANIFEST_PATH,
  manifestPath,
} from '@monero-portal/plugin-monero-common';
import { StatePill } from '../../components/StatePill';
import {
  fieldView,
  FieldBox,
  manifestInputOf,
  OpenProposals,
  previewOf,
  readFormState,
  refOf,
} from '../form';
import { ManifestCard, ManifestLines } from './ManifestCard';
import { PlannedCard } from './PlannedCard';
import styles from './ManifestPreviewField.module.css';

/** What is about to be proposed: the diff against the branch that is applied, the verdict, and what comes of it. */
export function ReviewField(props: FieldExtensionComponentProps<null>) {
  const { formData } = fieldView(props, 'Review');
  const state = readFormState(formData);
  const preview = useMemo(() => previewOf(formData), [formData]);
  const input = manifestInputOf(state);
  const refused = preview.lines.flatMap(({ refused: why }) => why ?? []);
  return (
    <FieldBox name={props.name}>
      <div className={styles.aside}>
        <Text as="p">
          {refused.length === 0 ? (
            <>
              <StatePill tone="good">Schema and rules</StatePill> The cluster
              will accept this manifest.
            </>
          ) : (
            <>
              <StatePill tone="bad">Breaks a rule</StatePill>{' '}
              {refused.join(' ')} Go back to put it right.
            </>
          )}
        </Text>
        <OpenProposals objectRef={refOf(state)} />
        <ManifestCard
          title="New file"
          path={manifestPath(DEFAULT_MANIFEST_PATH, input)}
          problems={preview.problems}
        >
          <ManifestLines
            lines={preview.lines.map(line => ({ ...line, change: 'added' }))}
          />
        </ManifestCard>
        <PlannedCard object={toManifest(input)} isNew />
      </div>
    </FieldBox>
  );
}

/** Lets nothing through that the cluster would refuse. */
export const validateReview: CustomFieldValidator<null> = (
  _,
  field,
  { formData },
) => {
  const { problems } = previewOf(formData);
  if (problems > 0) {
    field.addError('The manifest breaks a rule: go back to put it right.');
  }
};

export const reviewSchema = makeFieldSchema({
  output: z => z.null(),
});
