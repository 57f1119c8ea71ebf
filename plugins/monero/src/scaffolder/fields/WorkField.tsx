import { useState } from 'react';
import { Radio, RadioGroup, Switch, TextField } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import {
  FieldBox,
  fieldView,
  poolProblem,
  readFormState,
  type Work,
} from '../form';
import { DaemonPicker } from './DaemonPicker';
import styles from './fields.module.css';

type Mode = 'pool' | 'solo';

/** Where miners get work from: a pool, or nodes of one's own. */
export function WorkField(props: FieldExtensionComponentProps<Work>) {
  const view = fieldView(props, 'Work');
  const { target } = readFormState(view.formData);
  const value = view.value ?? {};
  const [mode, setMode] = useState<Mode>(value.daemon ? 'solo' : 'pool');
  // Told once the step was to be left: an empty field is no mistake before.
  const asked =
    (props.rawErrors ?? []).length > 0 ||
    Object.keys(props.errorSchema ?? {}).length > 0;

  const change = (next: Mode) => {
    setMode(next);
    view.onChange({});
  };
  return (
    <FieldBox name={props.name} note={view.description}>
      <div className={styles.work}>
        <RadioGroup
          label={view.label}
          isRequired={view.isRequired}
          isDisabled={view.isDisabled}
          value={mode}
          onChange={next => change(next === 'solo' ? 'solo' : 'pool')}
        >
          <Radio value="pool">At a pool: many small payments</Radio>
          <Radio value="solo">
            Solo, for nodes of yours: seldom, and then a whole block
          </Radio>
        </RadioGroup>
        {mode === 'pool' ? (
          <div className={styles.pair}>
            <TextField
              label="Pool"
              isRequired
              isDisabled={view.isDisabled}
              placeholder="pool.example.org:3333"
              value={value.pool ?? ''}
              onChange={pool =>
                view.onChange({ ...value, pool: pool.trim() || undefined })
              }
              validationBehavior="aria"
              validate={() =>
                value.pool || asked ? poolProblem(value.pool) ?? null : null
              }
              autoComplete="off"
              spellCheck="false"
              maxLength={256}
            />
            <Switch
              className={styles.besideInput}
              label="Encrypted (TLS), if the pool offers it on that port"
              isDisabled={view.isDisabled}
              isSelected={value.tls ?? false}
              onChange={tls => view.onChange({ ...value, tls })}
            />
          </div>
        ) : (
          <DaemonPicker
            target={target}
            isDisabled={view.isDisabled}
            isAsked={asked}
            value={value}
            onChange={view.onChange}
          />
        )}
      </div>
    </FieldBox>
  );
}

/** Refuses miners that would have nothing to do. */
export const validateWork: CustomFieldValidator<Work> = (work, field) => {
  if (!work?.daemon) {
    const problem = poolProblem(work?.pool);
    if (problem) {
      field.addError(work?.pool ? problem : 'needs a pool, or nodes of yours.');
    }
  }
};

export const workSchema = makeFieldSchema({
  output: z =>
    z.object({
      pool: z.string().optional().describe('host:port of a pool'),
      tls: z.boolean().optional(),
      daemon: z.string().optional().describe('Name of a node set or network'),
      daemonKind: z.literal('MoneroNetwork').optional(),
    }),
});
