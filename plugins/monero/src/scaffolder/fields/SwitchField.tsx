import { Switch } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import {
  checkForm,
  FieldBox,
  fieldView,
  placeOf,
  problemAt,
  readFormState,
  type PlacedField,
} from '../form';
import styles from './fields.module.css';

const PLACED = ['tor', 'i2p'] as const satisfies PlacedField[];

/** What the rules say of Tor or I2P, or of both together; of other switches they say nothing. */
function problemOf(name: string, formData: unknown): string | undefined {
  const field = PLACED.find(placed => placed === name);
  if (!field) {
    return undefined;
  }
  const place = placeOf(readFormState(formData).kind, field);
  const spec = place.slice(0, place.lastIndexOf('.'));
  const ofBoth = checkForm(formData).find(
    ({ path, message }) => path === spec && message.includes('Tor'),
  );
  return problemAt(formData, field) ?? ofBoth?.message;
}

/** Something that is on or off, with a sentence about what that gives and what it does not. */
export function SwitchField(props: FieldExtensionComponentProps<boolean>) {
  const view = fieldView(props, props.name);
  const problem = view.value ? problemOf(props.name, view.formData) : undefined;
  return (
    <FieldBox note={view.description}>
      <Switch
        label={view.label}
        isDisabled={view.isDisabled}
        isSelected={view.value ?? false}
        onChange={view.onChange}
      />
      {problem && (
        <p className={styles.problems} role="alert">
          {problem}
        </p>
      )}
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words. */
export const validateSwitch: CustomFieldValidator<boolean> = (
  on,
  field,
  { formData },
) => {
  PLACED.filter(name => on && formData[name] === true).forEach(name => {
    const problem = problemOf(name, formData);
    if (problem) {
      field.addError(problem);
    }
  });
};

export const switchSchema = makeFieldSchema({
  output: z => z.boolean(),
});
