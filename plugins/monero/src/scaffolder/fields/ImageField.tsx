import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { FieldBox, fieldView, problemAt, TypedField } from '../form';

/** As long as an image name may be in a manifest. */
const MAX_LENGTH = 512;

/** A container image; empty leaves the choice to the operator. */
export function ImageField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Image');
  const problem = view.value ? problemAt(view.formData, 'image') : undefined;
  return (
    <FieldBox name={props.name} note={view.description}>
      <TypedField
        view={view}
        problem={problem}
        valueOf={typed => typed.trim() || undefined}
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
