import { Alert, Text, TextField } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { volumesOnRetirement, type Kind } from '@monero-portal/monero-api';
import { parse } from 'yaml';
import { useGitManifest } from '../../hooks';
import { sentenceOf } from '../../lib/errors';
import { kindWordsOf } from '../../lib/kindWords';
import {
  FieldBox,
  fieldView,
  readFormState,
  type ChangedObject,
} from '../form';

/** What stops when an object is removed. */
const STOPS: Record<Kind, string> = {
  MoneroNodeSet:
    'All of its nodes stop, and wallets that use them lose their connection. Its Services, addresses and settings go.',
  MoneroNetwork:
    'All of its members stop, and whatever uses their chain loses it. Their node sets, Services and addresses go.',
  MoneroMiningNodeSet: 'All of its miners stop.',
};

function expected({ name }: ChangedObject): string {
  return `Type ${name} to confirm.`;
}

/** Asks for the name of what is about to go, and says what becomes of its data. */
export function RetireField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Name, to confirm');
  const { object } = readFormState(view.formData);
  if (!object) {
    return <FieldBox name={props.name}>{null}</FieldBox>;
  }
  const isWrong =
    (view.value !== undefined || view.isMissing) && view.value !== object.name;
  return (
    <FieldBox name={props.name} note={view.description}>
      <Consequences object={object} />
      <TextField
        label={view.label}
        isRequired={view.isRequired}
        isDisabled={view.isDisabled}
        value={view.value ?? ''}
        onChange={value => view.onChange(value || undefined)}
        validationBehavior="aria"
        validate={() => (isWrong ? expected(object) : null)}
        autoComplete="off"
        spellCheck="false"
        maxLength={253}
        placeholder={object.name}
      />
    </FieldBox>
  );
}

function Consequences({ object }: { object: ChangedObject }) {
  const { value, error } = useGitManifest(object);
  const { one } = kindWordsOf(object.kind);
  const volumes = value && volumesOnRetirement(parse(value.manifest));
  const isLost = volumes?.includes('cannot be undone');
  return (
    <Alert
      status={isLost ? 'danger' : 'warning'}
      icon
      role="status"
      title={`This retires the ${one} ${object.name}`}
      description={
        <>
          <Text as="p">{STOPS[object.kind]}</Text>
          <Text as="p">
            {volumes ??
              (error
                ? `What becomes of its volumes cannot be told: ${sentenceOf(
                    error,
                  )}`
                : 'Reading from Git what becomes of its volumes…')}
          </Text>
          <Text as="p">
            Nothing happens before somebody has reviewed and merged the removal
            of {value?.path ?? 'its file'}.
          </Text>
        </>
      }
    />
  );
}

/** Refuses a removal that nobody spelt out. */
export const validateRetire: CustomFieldValidator<string> = (
  name,
  field,
  { formData },
) => {
  const { object } = readFormState(formData);
  if (object && name !== object.name) {
    field.addError(expected(object));
  }
};

export const retireSchema = makeFieldSchema({
  output: z => z.string().describe('Name of the object, typed to confirm'),
});
