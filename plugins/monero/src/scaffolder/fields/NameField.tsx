import { Text } from '@backstage/ui';
import type { Kind } from '@monero-portal/monero-api';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { moneroApiRef } from '../../api';
import { sentenceOf } from '../../lib/errors';
import {
  ChangeLink,
  existsAlready,
  FieldBox,
  fieldView,
  findExisting,
  problemAt,
  readFormState,
  refOf,
  useExisting,
  TypedField,
} from '../form';

/** Such as people call them. */
const PLACEHOLDERS: Record<Kind, string> = {
  MoneroNodeSet: 'wallet-eu',
  MoneroNetwork: 'lab',
  MoneroMiningNodeSet: 'miners',
};

/** Nothing in Kubernetes has a longer name. */
const MAX_LENGTH = 253;

/** Name of what the form makes, judged as it is typed; one that is taken leads to its change form. */
export function NameField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Name');
  const ref = refOf(readFormState(view.formData));
  const problem = view.value ? problemAt(view.formData, 'name') : undefined;
  const existing = useExisting(problem ? undefined : ref);
  const taken = existing && ref && existsAlready(ref, existing.path);
  return (
    <FieldBox name={props.name} note={view.description}>
      <TypedField
        view={view}
        problem={problem ?? taken}
        valueOf={typed => typed || undefined}
        maxLength={MAX_LENGTH}
        placeholder={PLACEHOLDERS[readFormState(view.formData).kind]}
      />
      {existing && ref && (
        <Text as="p" variant="body-small">
          <ChangeLink objectRef={ref} manifest={existing} />
        </Text>
      )}
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words, and what Git has already. */
export const validateName: CustomFieldValidator<string> = async (
  name,
  field,
  { formData, apiHolder },
) => {
  const form = { ...formData, name };
  const problem = problemAt(form, 'name');
  if (problem) {
    field.addError(problem);
    return;
  }
  const ref = refOf(readFormState(form));
  const api = apiHolder.get(moneroApiRef);
  if (!ref || !api) {
    return;
  }
  try {
    const existing = await findExisting(api, ref);
    if (existing) {
      field.addError(existsAlready(ref, existing.path));
    }
  } catch (error) {
    field.addError(
      `Whether the name is free cannot be told: ${sentenceOf(error)}`,
    );
  }
};

export const nameSchema = makeFieldSchema({
  output: z => z.string().describe('Name of the object'),
});
