import { Fragment, useRef } from 'react';
import {
  makeFieldSchema,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { focusField, useInvalidFields } from '../form';
import styles from './ProblemsField.module.css';

/** What the step calls a field. */
function titleOf(
  { registry }: FieldExtensionComponentProps<null>,
  name: string,
): string {
  const field = registry.rootSchema.properties?.[name];
  return (typeof field === 'object' && field.title) || name;
}

/** How many fields of the step need attention, above the button that goes on; each leads to its field. */
export function ProblemsField(props: FieldExtensionComponentProps<null>) {
  const ref = useRef<HTMLDivElement>(null);
  const names = useInvalidFields(ref);
  return (
    <div ref={ref} role="status" className={styles.problems} data-last>
      {names.length > 0 && (
        <p>
          {names.length === 1
            ? '1 field needs attention: '
            : `${names.length} fields need attention: `}
          {names.map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ', '}
              <button
                type="button"
                className={styles.field}
                onClick={({ currentTarget }) => focusField(currentTarget, name)}
              >
                {titleOf(props, name)}
              </button>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

export const problemsSchema = makeFieldSchema({
  output: z => z.null(),
});
