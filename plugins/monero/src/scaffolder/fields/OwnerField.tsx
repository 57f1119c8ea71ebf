import { Select } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { useOwners } from '../../hooks';
import { sentenceOf } from '../../lib/errors';
import { complaint, FieldBox, fieldView } from '../form';
import { FieldProblem } from './FieldProblem';

/** Who looks after what the form makes. */
export function OwnerField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Owner');
  const { value: owners, error } = useOwners();
  // A list of which nothing is chosen does not ask `validate`.
  const problem = complaint(
    view,
    error && `Owners cannot be listed: ${sentenceOf(error)}`,
  );
  return (
    <FieldBox name={props.name} note={view.description}>
      <Select
        label={view.label}
        isRequired={view.isRequired}
        isDisabled={view.isDisabled || !owners}
        searchable
        searchPlaceholder="Search teams and people"
        placeholder={owners ? 'Choose an owner' : 'Loading…'}
        options={(owners ?? []).map(({ id, label, note }) => ({
          id,
          label,
          description: note,
        }))}
        value={view.value ?? null}
        onChange={key => view.onChange(key === null ? undefined : String(key))}
        isInvalid={problem !== null}
      />
      {problem && <FieldProblem>{problem}</FieldProblem>}
    </FieldBox>
  );
}

/** Refuses what is no entity reference. */
export const validateOwner: CustomFieldValidator<string> = (owner, field) => {
  try {
    parseEntityRef(owner);
  } catch {
    field.addError('names no team or person of the catalog.');
  }
};

export const ownerSchema = makeFieldSchema({
  output: z => z.string().describe('Entity reference of a group or user'),
});
