import { TextField } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { complaint, FieldBox, fieldView, problemAt } from '../form';

/** As long as an image name may be in a manifest. */
const MAX_LENGTH = 512;

/** A container image; empty leaves the choice to the operator. */
export function ImageField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Image');
  const problem = view.value ? problemAt(view.formData, 'image') : undefined;
  return (
    <FieldBox note={view.description}>
      <TextField
        label={view.label}
        isRequired={view.isRequired}
        isDisabled={view.isDisabled}
        value={view.value ?? ''}
        onChange={value => view.onChange(value.trim() || undefined)}
        validationBehavior="aria"
        validate={() => complaint(view, problem)}
        autoComplete="off"
        spellCheck="false"
        maxLength={MAX_LENGTH}
        placeholder="chosen by the operator"
      />
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words. */
export const validateImage: CustomFieldValidator<string> = (
  image,
  field,
  { formData },
) => {
  const problem = image && problemAt({ ...formData, image }, 'image');
  if (problem) {
    field.addError(problem);
  }
};

export const imageSchema = makeFieldSchema({
  output: z => z.string().describe('Container image'),
});
