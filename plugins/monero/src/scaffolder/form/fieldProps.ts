import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** What a field's view needs, read from what the form hands to every field. */
export interface FieldView<T> {
  /** Title from the template. */
  label: string;
  /** Description from the template. */
  description?: string;
  isRequired: boolean;
  isDisabled: boolean;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  /** Data of the whole form, every step, with this field's own value in it. */
  formData: unknown;
  /** The user went on without filling this in. */
  isMissing: boolean;
}

/** The data of every step, which the form hands along untyped. */
function contextData(formContext: unknown): Record<string, unknown> {
  const data =
    typeof formContext === 'object' && formContext !== null
      ? (formContext as { formData?: unknown }).formData
      : undefined;
  return typeof data === 'object' && data !== null
    ? (data as Record<string, unknown>)
    : {};
}

/** Reads the props of a field extension, with a title for when the template gives none. */
export function fieldView<T>(
  props: FieldExtensionComponentProps<T>,
  fallbackLabel: string,
): FieldView<T> {
  const { schema, uiSchema, formContext, name, formData, rawErrors } = props;
  const isEmpty = formData === undefined || formData === '';
  return {
    label: uiSchema?.['ui:title'] ?? schema.title ?? fallbackLabel,
    description: uiSchema?.['ui:description'] ?? schema.description,
    isRequired: props.required ?? false,
    isDisabled: (props.disabled ?? false) || (props.readonly ?? false),
    value: formData,
    onChange: props.onChange,
    // The context lags one change behind: this field's value is the newer one.
    formData: { ...contextData(formContext), [name]: formData },
    isMissing: isEmpty && (rawErrors ?? []).length > 0,
  };
}

/** What the control of a field says is wrong: nothing filled in, or what a rule refuses. */
export function complaint(
  view: Pick<FieldView<unknown>, 'isMissing' | 'label'>,
  problem: string | undefined,
): string | null {
  if (problem) {
    return problem;
  }
  return view.isMissing ? `${view.label} is needed.` : null;
}
