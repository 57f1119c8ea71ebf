import { TextField } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { resolveSpec } from '@monero-portal/monero-api';
import {
  complaint,
  FieldBox,
  fieldView,
  problemAt,
  readFormState,
} from '../form';

/** No quantity is longer. */
const MAX_LENGTH = 64;

/** What holds when the field is left empty. */
function standardSize(formData: unknown): string {
  const { kind, network, prune, args } = readFormState(formData);
  return resolveSpec(
    kind === 'MoneroNetwork'
      ? { network: 'regtest' }
      : { network, monerod: { prune, args } },
  ).diskSize;
}

/** Size of each node's volume as a Kubernetes quantity; empty leaves it to the network. */
export function QuantityField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Disk per node');
  const problem = view.value ? problemAt(view.formData, 'diskSize') : undefined;
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
        maxLength={MAX_LENGTH}
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
  const problem = diskSize && problemAt({ ...formData, diskSize }, 'diskSize');
  if (problem) {
    field.addError(problem);
  }
};

export const quantitySchema = makeFieldSchema({
  output: z => z.string().describe('Kubernetes quantity, such as 400Gi'),
});
