import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { Button, Combobox, Tag, TagGroup } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import {
  argumentsBefore,
  checkForm,
  explanationsOf,
  FieldBox,
  fieldView,
  flagTableOf,
  isUnfinished,
  MAX_ARGUMENTS_LENGTH,
  messagesAt,
  placeOf,
  problemAt,
  readFormState,
  splitArguments,
  suggestionsFor,
  type FlagTable,
} from '../form';
import styles from './fields.module.css';

/** What is wrong with the words typed so far, were they added; undefined when nothing is. */
function problemOfTyped(
  formData: unknown,
  typed: string,
  table: FlagTable,
): string | undefined {
  if (typed.length > MAX_ARGUMENTS_LENGTH) {
    return `That has ${typed.length} characters; ${MAX_ARGUMENTS_LENGTH} at most can be proposed.`;
  }
  if (isUnfinished(typed, table)) {
    return undefined;
  }
  const { kind, args = [] } = readFormState(formData);
  const path = placeOf(kind, 'args');
  const words = splitArguments(typed);
  const before = new Set(messagesAt(checkForm(formData), path));
  const after = messagesAt(
    checkForm({ ...Object(formData), args: [...args, ...words] }),
    path,
  );
  return after.filter(message => !before.has(message)).join(' ') || undefined;
}

/** Stands for what is typed in the list of suggestions. */
const ADD_TYPED = ' typed';
/** As much of what is typed as fits into a list. */
const SHOWN_CHARACTERS = 80;

/** What the list offers: options that fit, else what is typed with what it does. */
function optionsFor(
  typed: string,
  problem: string | undefined,
  table: FlagTable,
) {
  const flags = suggestionsFor(typed, table);
  if (flags.length > 0) {
    return flags.map(({ name, takesValue, help }) => ({
      id: name,
      label: takesValue ? `${name}=` : name,
      description: help,
    }));
  }
  const [first = ''] = typed.trim().split(/\s/, 1);
  return [
    {
      id: ADD_TYPED,
      label: `Add ${typed.trim().slice(0, SHOWN_CHARACTERS)}`,
      description: problem ? 'Refused.' : table.find(first)?.help,
    },
  ];
}

/** Arguments of monerod or xmrig: chips, an input that completes, what each does, and why one is refused. */
export function ArgumentsField(props: FieldExtensionComponentProps<string[]>) {
  const view = fieldView(props, 'Arguments');
  const state = readFormState(view.formData);
  const table = flagTableOf(state);
  const path = placeOf(state.kind, 'args');
  const [typed, setTyped] = useState('');
  // Counts what was added: a fresh input has its list of suggestions closed.
  const [added, setAdded] = useState(0);
  const args = view.value ?? [];
  const violations = args.length ? checkForm(view.formData) : [];
  const problems = messagesAt(violations, path);
  const typedProblem = problemOfTyped(view.formData, typed, table);

  const change = (next: string[]) =>
    view.onChange(next.length ? next : undefined);
  const add = (text: string) => {
    const words = splitArguments(text);
    if (words.length && text.length <= MAX_ARGUMENTS_LENGTH) {
      change([...args, ...words]);
      setTyped('');
      setAdded(count => count + 1);
    }
  };
  const choose = (key: unknown) => {
    if (key === ADD_TYPED) {
      add(typed);
    }
    const flag = table.flags.find(({ name }) => name === key);
    if (!flag) {
      return;
    }
    if (flag.takesValue) {
      setTyped(`${flag.name}=`);
      // The value is to be typed: a fresh input has no list in the way.
      setAdded(count => count + 1);
    } else {
      add(flag.name);
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
    <FieldBox name={props.name} note={view.description}>
      <div className={styles.adder} onKeyDownCapture={onKeyDown}>
        <Combobox
          key={added}
          // The focus stays in the input when it is a fresh one.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={added > 0}
          label={view.label}
          placeholder={table.example}
          isDisabled={view.isDisabled}
          allowsCustomValue
          menuTrigger="input"
          options={optionsFor(typed, typedProblem, table)}
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
          isDisabled={
            view.isDisabled ||
            typed.trim() === '' ||
            typed.length > MAX_ARGUMENTS_LENGTH
          }
          onPress={() => add(typed)}
        >
          Add
        </Button>
      </div>
      {args.length > 0 && (
        <Chips
          label={`${view.label}, as they will be written`}
          args={args}
          isRefused={index =>
            messagesAt(violations, `${path}[${argumentsBefore(state) + index}]`)
              .length > 0
          }
          onRemove={index => change(args.filter((_, at) => at !== index))}
        />
      )}
      {problems.length > 0 && (
        <ul className={styles.problems} role="alert">
          {problems.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Explanations args={args} table={table} />
    </FieldBox>
  );
}

/** The arguments; rendered anew only when they are others: there may be hundreds, and every keystroke in the form asks. */
function Chips(props: {
  label: string;
  args: readonly string[];
  isRefused: (index: number) => boolean;
  onRemove: (index: number) => void;
}) {
  const { label, args, isRefused, onRemove } = props;
  const chips = args.map((arg, index) => ({ arg, refused: isRefused(index) }));
  const latestOnRemove = useRef(onRemove);
  useEffect(() => {
    latestOnRemove.current = onRemove;
  });
  return useMemo(
    () => (
      <TagGroup
        aria-label={label}
        className={styles.chips}
        onRemove={keys =>
          keys.forEach(key => latestOnRemove.current(Number(key)))
        }
      >
        {chips.map(({ arg, refused }, index) => (
          <Tag
            key={index}
            id={String(index)}
            textValue={arg}
            className={refused ? styles.refusedChip : styles.chip}
          >
            {refused ? `${arg} (refused)` : arg}
          </Tag>
        ))}
      </TagGroup>
    ),
    // By content: the form makes new lists of the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [label, JSON.stringify(chips)],
  );
}

/** What the arguments that are there do. */
function Explanations(props: { args: readonly string[]; table: FlagTable }) {
  const flags = explanationsOf(props.args, props.table);
  if (flags.length === 0) {
    return null;
  }
  return (
    <details className={styles.explanations}>
      <summary>
        {flags.length === 1 ? 'What it does' : 'What each of them does'}
      </summary>
      <dl>
        {flags.map(({ name, help }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Refuses what the API server would refuse, in its words. */
export const validateArguments: CustomFieldValidator<string[]> = (
  args,
  field,
  { formData },
) => {
  const problem = args?.length && problemAt({ ...formData, args }, 'args');
  if (problem) {
    field.addError(problem);
  }
};

export const argumentsSchema = makeFieldSchema({
  output: z => z.array(z.string()).describe('Arguments of monerod or xmrig'),
});
