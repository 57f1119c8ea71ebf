import { TextField } from '@backstage/ui';
import { complaint, type FieldView } from './fieldProps';

/** What one line of text needs beside its view. */
export interface TypedFieldProps {
  view: FieldView<string>;
  /** What is wrong with what is typed, in a sentence. */
  problem?: string;
  /** The value that typed text stands for; undefined for none. */
  valueOf: (typed: string) => string | undefined;
  /** Characters that can be typed. */
  maxLength: number;
  placeholder: string;
}

/** One line of text, judged as it is typed. */
export function TypedField(props: TypedFieldProps) {
  const { view, problem, valueOf, maxLength, placeholder } = props;
  return (
    <TextField
      label={view.label}
      isRequired={view.isRequired}
      isDisabled={view.isDisabled}
      value={view.value ?? ''}
      onChange={typed => view.onChange(valueOf(typed))}
      validationBehavior="aria"
      validate={() => complaint(view, problem)}
      autoComplete="off"
      spellCheck="false"
      maxLength={maxLength}
      placeholder={placeholder}
    />
  );
}
