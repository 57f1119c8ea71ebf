import { TextField } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { resolveSpec, toNodeSet } from '@monero-portal/monero-api';
import {
  complaint,
  FieldBox,
  fieldView,
  formInputOf,
  problemAt,
  readFormState,
} from '../form';

const PATH = 'spec.diskSize';

/** What holds when the field is left empty. */
function standardSize(formData: unknown): string {
  const input = formInputOf({
    ...readFormState(formData),
    diskSize: undefined,
  });
  return resolveSpec(toNodeSet(input).spec).diskSize;
}

/** Size of each node's volume as a Kubernetes quantity; empty leaves it to the network. */
export function QuantityField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Disk per node');
  const problem = view.value ? problemAt(view.formData, PATH) : undefined;
  return (
    <FieldBox note={view.description}>
      <TextField
        label={view.label}
        isRequired={view.isRequired}
        isDisabled={view.isDisabled}
        value={view.value ?? ''}
        onChange={value => view.onChange(value.trim() ? value : undefined)}
        validationBehavior="aria"
        validate={() => complaint(view, problem)}
        autoComplete="off"
        spellCheck="false"
        placeholder={`${standardSize(view.formData)}, chosen by the network`}
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
  const problem = diskSize && problemAt({ ...formData, diskSize }, PATH);
  if (problem) {
    field.addError(problem);
  }
};

export const quantitySchema = makeFieldSchema({
  output: z => z.string().describe('Kubernetes quantity, such as 400Gi'),
});
