import { Text } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { kindWordsOf } from '../../lib/kindWords';
import {
  FieldBox,
  fieldView,
  OpenProposals,
  readFormState,
  type ChangedObject,
} from '../form';

const NO_OBJECT =
  'This form is opened from the page of what it changes: choose a node set, network or mining set in the catalog, and press the button there.';

/** The object that is changed; fixed, and filled in by the page that leads here. */
export function ObjectField(
  props: FieldExtensionComponentProps<ChangedObject>,
) {
  const view = fieldView(props, 'What is changed');
  const { object } = readFormState(view.formData);
  return (
    <FieldBox name={props.name} note={object && view.description}>
      <Text as="h3" weight="bold">
        {object ? object.name : view.label}
      </Text>
      {object ? (
        <>
          <Text as="p" color="secondary">
            {kindWordsOf(object.kind).one}, cluster {object.cluster}, namespace{' '}
            {object.namespace}
          </Text>
          <OpenProposals objectRef={object} />
        </>
      ) : (
        <Text as="p" role="alert">
          {NO_OBJECT}
        </Text>
      )}
    </FieldBox>
  );
}

/** Refuses a form that was opened without an object. */
export const validateObject: CustomFieldValidator<ChangedObject> = (
  object,
  field,
) => {
  if (!readFormState({ object }).object) {
    field.addError(NO_OBJECT);
  }
};

export const objectSchema = makeFieldSchema({
  output: z =>
    z
      .object({
        kind: z.enum(['MoneroNodeSet', 'MoneroNetwork', 'MoneroMiningNodeSet']),
        cluster: z.string(),
        namespace: z.string(),
        name: z.string(),
      })
      .describe('The object that is changed'),
});
