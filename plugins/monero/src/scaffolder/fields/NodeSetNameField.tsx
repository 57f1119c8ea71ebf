import { TextField } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { complaint, FieldBox, fieldView, problemAt } from '../form';

const PATH = 'metadata.name';

/** Name of a node set, judged as it is typed. */
export function NodeSetNameField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Name');
  const problem = view.value ? problemAt(view.formData, PATH) : undefined;
  return (
    <FieldBox note={view.description}>
      <TextField
        label={view.label}
        isRequired={view.isRequired}
        isDisabled={view.isDisabled}
        value={view.value ?? ''}
        onChange={value => view.onChange(value || undefined)}
        validationBehavior="aria"
        validate={() => complaint(view, problem)}
        autoComplete="off"
        spellCheck="false"
        placeholder="wallet-eu"
      />
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words. */
export const validateNodeSetName: CustomFieldValidator<string> = (
  name,
  field,
  { formData },
) => {
  const problem = problemAt({ ...formData, name }, PATH);
  if (problem) {
    field.addError(problem);
  }
};

export const nodeSetNameSchema = makeFieldSchema({
  output: z => z.string().describe('Name of the node set'),
});
