import { useId } from 'react';
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
  INVALID_MARK,
  placeOf,
  problemAt,
  readFormState,
  type PlacedField,
} from '../form';
import { FieldProblem } from './FieldProblem';
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

/** What the template says that it does not give: `ui:options: { lacks }`. */
function lacksOf({
  uiSchema,
}: FieldExtensionComponentProps<boolean>): string | undefined {
  const lacks: unknown = uiSchema?.['ui:options']?.lacks;
  return typeof lacks === 'string' ? lacks : undefined;
}

/** Something that is on or off, with a sentence about what that gives and one about what it does not. */
export function SwitchField(props: FieldExtensionComponentProps<boolean>) {
  const view = fieldView(props, props.name);
  const noteId = useId();
  const problem = view.value ? problemOf(props.name, view.formData) : undefined;
  return (
    <FieldBox name={props.name} isHalf>
      <div className={styles.tile}>
        <Switch
          label={view.label}
          isDisabled={view.isDisabled}
          isSelected={view.value ?? false}
          onChange={view.onChange}
          aria-describedby={noteId}
          {...{ [INVALID_MARK]: problem ? true : undefined }}
        />
        {problem && <FieldProblem>{problem}</FieldProblem>}
        <div id={noteId} className={styles.tileNote}>
          {[view.description, lacksOf(props)].map(
            text => text && <p key={text}>{text}</p>,
          )}
        </div>
      </div>
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
