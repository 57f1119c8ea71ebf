import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import {
  FieldBox,
  fieldView,
  problemAt,
  standardDiskSize,
  TypedField,
} from '../form';

/** No quantity is longer. */
const MAX_LENGTH = 64;

/** Size of each node's volume as a Kubernetes quantity; empty leaves it to the network. */
export function QuantityField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Disk per node');
  const problem = view.value ? problemAt(view.formData, 'diskSize') : undefined;
  return (
    <FieldBox name={props.name} note={view.description}>
      <TypedField
        view={view}
        problem={problem}
        valueOf={typed => (typed.trim() ? typed : undefined)}
        maxLength={MAX_LENGTH}
        placeholder={`${standardDiskSize(
          view.formData,
        )}, chosen by the network`}
      />
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words. */
export const validateQuantity: CustomFieldValidator<string> = (
  diskSize,
  field,
  { formData },
) => {
  const problem = diskSize && problemAt({ ...formData, diskSize }, 'diskSize');
  if (problem) {
    field.addError(problem);
  }
};

export const quantitySchema = makeFieldSchema({
  output: z => z.string().describe('Kubernetes quantity, such as 400Gi'),
});
