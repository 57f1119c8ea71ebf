import type {
  FieldExtensionOptions,
  FieldSchema,
} from '@backstage/plugin-scaffolder-react';
import {
  createFormField,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';

/** Options of a field in a template, as its component takes them. */
type UiOptions = Record<string, string | number | boolean | object>;

/** A field of a form, for apps of either frontend system. */
export interface FieldOfBothSystems<Value> {
  formField: FormField;
  /** What the old system makes an extension of. */
  options: FieldExtensionOptions<Value, UiOptions>;
}

/** Makes of a field what each system takes. */
export function bothSystems<Value>({
  schema,
  ...field
}: Omit<FieldExtensionOptions<Value, UiOptions>, 'schema'> & {
  schema: Pick<FieldSchema<Value, UiOptions>, 'schema'>;
}): FieldOfBothSystems<Value> {
  // It infers the types of value and options from zod's, which nothing here names.
  const untyped = { ...field, schema } as unknown as Parameters<
    typeof createFormField
  >[0];
  return {
    formField: createFormField(untyped),
    options: { ...field, schema: schema.schema },
  };
}
