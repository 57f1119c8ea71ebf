import { useState, type KeyboardEvent } from 'react';
import { Button, Combobox, Tag, TagGroup } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import {
  findFlag,
  MONEROD_FLAGS,
  parseMonerodArgs,
} from '@monero-portal/monero-api';
import {
  checkForm,
  FieldBox,
  fieldView,
  isUnfinished,
  messagesAt,
  problemAt,
  splitArguments,
  suggestionsFor,
} from '../form';
import styles from './fields.module.css';

const PATH = 'spec.monerod.args';

function withArgs(formData: unknown, args: readonly string[]): unknown {
  return { ...Object(formData), args };
}

/** What is wrong with the words typed so far, were they added; undefined when nothing is. */
function problemOfTyped(
  formData: unknown,
  args: readonly string[],
  typed: string,
): string | undefined {
  if (isUnfinished(typed)) {
    return undefined;
  }
  const before = new Set(messagesAt(checkForm(withArgs(formData, args)), PATH));
  const after = messagesAt(
    checkForm(withArgs(formData, [...args, ...splitArguments(typed)])),
    PATH,
  );
  return after.filter(message => !before.has(message)).join(' ') || undefined;
}

/** Stands for what is typed in the list of suggestions. */
const ADD_TYPED = ' typed';

/** What the list offers: options that fit, else what is typed with what it does. */
function optionsFor(typed: string, problem: string | undefined) {
  const flags = suggestionsFor(typed);
  if (flags.length > 0) {
    return flags.map(flag => ({
      id: flag.name,
      label: flag.takesValue ? `--${flag.name}=` : `--${flag.name}`,
      description: flag.help,
    }));
  }
  const [first] = parseMonerodArgs(splitArguments(typed));
  return [
    {
      id: ADD_TYPED,
      label: `Add ${typed.trim()}`,
      description: problem ? 'Refused.' : first && findFlag(first.flag)?.help,
    },
  ];
}

/** monerod's own arguments: chips, an input that completes, and why one is refused. */
export function ArgumentsField(props: FieldExtensionComponentProps<string[]>) {
  const view = fieldView(props, 'monerod arguments');
  const [typed, setTyped] = useState('');
  // Counts what was added: a fresh input has its list of suggestions closed.
  const [added, setAdded] = useState(0);
  const args = view.value ?? [];
  const violations = args.length ? checkForm(view.formData) : [];
  const problems = messagesAt(violations, PATH);
  const typedProblem = problemOfTyped(view.formData, args, typed);

  const change = (next: string[]) =>
    view.onChange(next.length ? next : undefined);
  const add = (text: string) => {
    const words = splitArguments(text);
    if (words.length) {
      change([...args, ...words]);
      setTyped('');
      setAdded(count => count + 1);
    }
  };
  const choose = (key: unknown) => {
    if (key === ADD_TYPED) {
      add(typed);
    }
    const flag = MONEROD_FLAGS.find(({ name }) => name === key);
    if (!flag) {
      return;
    }
    if (flag.takesValue) {
      setTyped(`--${flag.name}=`);
    } else {
      add(`--${flag.name}`);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter takes the marked suggestion if there is one, else what is typed;
    // it never sends the form off.
    const { target } = event;
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) {
      return;
    }
    if (!target.hasAttribute('aria-activedescendant')) {
      event.preventDefault();
      event.stopPropagation();
      add(target.value);
    }
  };

  return (
    <FieldBox note={view.description}>
      <div className={styles.adder} onKeyDownCapture={onKeyDown}>
        <Combobox
          key={added}
          // The focus stays in the input when it is a fresh one.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={added > 0}
          label={view.label}
          placeholder="--out-peers=64"
          isDisabled={view.isDisabled}
          allowsCustomValue
          menuTrigger="input"
          options={optionsFor(typed, typedProblem)}
          inputValue={typed}
          onInputChange={setTyped}
          defaultFilter={() => true}
          value={null}
          onChange={choose}
          validationBehavior="aria"
          validate={() => typedProblem ?? null}
        />
        <Button
          className={styles.add}
          variant="secondary"
          isDisabled={view.isDisabled || typed.trim() === ''}
          onPress={() => add(typed)}
        >
          Add
        </Button>
      </div>
      {args.length > 0 && (
        <TagGroup
          aria-label={`${view.label}, as they will be written`}
          className={styles.chips}
          onRemove={keys =>
            change(args.filter((_, index) => !keys.has(String(index))))
          }
        >
          {args.map((arg, index) => {
            const refused =
              messagesAt(violations, `${PATH}[${index}]`).length > 0;
            return (
              <Tag
                key={index}
                id={String(index)}
                textValue={arg}
                className={refused ? styles.refusedChip : styles.chip}
              >
                {refused ? `${arg} (refused)` : arg}
              </Tag>
            );
          })}
        </TagGroup>
      )}
      {problems.length > 0 && (
        <ul className={styles.problems} role="alert">
          {problems.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words. */
export const validateArguments: CustomFieldValidator<string[]> = (
  args,
  field,
  { formData },
) => {
  const problem = problemAt({ ...formData, args }, PATH);
  if (problem) {
    field.addError(problem);
  }
};

export const argumentsSchema = makeFieldSchema({
  output: z => z.array(z.string()).describe('Arguments of monerod'),
});
