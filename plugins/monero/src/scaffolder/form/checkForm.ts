import {
  toManifest,
  validateManifest,
  type ManifestInput,
  type Violation,
} from '@monero-portal/monero-api';
import { manifestInputOf, readFormState, type FormState } from './formState';
import { MAX_ARGUMENTS_LENGTH } from './args';
import { placeOf, type PlacedField } from './places';
import { remembered } from './remembered';

/** What is judged: a manifest's input, and the disks before where they may not shrink. */
interface Question {
  input: ManifestInput;
  diskSizeBefore?: string;
}

/** Every field of a form asks the same at every keystroke: it is found out once. */
export const violationsOf = remembered(
  ({ input, diskSizeBefore }: Question): readonly Violation[] =>
    validateManifest(
      toManifest(input),
      diskSizeBefore && toManifest(withDisk(input, diskSizeBefore)),
    ),
);

/**
 * What the API server would refuse about the form as it stands, in its words.
 * What is not filled in yet is stood in for, so that the rest can be judged.
 *
 * @param formData - data of the whole form
 */
export function checkForm(formData: unknown): readonly Violation[] {
  return checkState(readFormState(formData));
}

function checkState(state: FormState): readonly Violation[] {
  const tooLong = tooLongOf(state);
  if (tooLong) {
    return [{ path: placeOf(state.kind, 'args'), message: tooLong }];
  }
  const input = withWork(manifestInputOf(state), state);
  return violationsOf({ input, diskSizeBefore: state.diskSizeBefore });
}

/** Why the arguments are not even looked at; undefined when they are. */
export function tooLongOf({ args = [] }: FormState): string | undefined {
  const length = args.reduce((sum, arg) => sum + arg.length, 0);
  return length > MAX_ARGUMENTS_LENGTH
    ? `These arguments have ${length} characters; ${MAX_ARGUMENTS_LENGTH} at most can be proposed. Remove some.`
    : undefined;
}

/** Somewhere to mine, where the field for it has nothing yet, or another form has it. */
const STAND_IN_POOL = 'pool.invalid:3333';

function withWork(input: ManifestInput, state: FormState): ManifestInput {
  const { kind, work, args = [] } = state;
  const named = work.pool ?? work.daemon ?? args.find(isPool);
  return kind === 'MoneroMiningNodeSet' && !named
    ? ({ ...input, pool: STAND_IN_POOL } as ManifestInput)
    : input;
}

function isPool(arg: string): boolean {
  return /^(-o|--url(=|$))/.test(arg);
}

function withDisk(input: ManifestInput, diskSize: string): ManifestInput {
  return { ...input, diskSize } as ManifestInput;
}

/** The sentences about one place and what is in it, without repetition. */
export function messagesAt(
  violations: readonly Violation[],
  path: string,
): string[] {
  return [
    ...new Set(
      violations
        .filter(violation => isAt(violation.path, path))
        .map(violation => violation.message),
    ),
  ];
}

function isAt(found: string, path: string): boolean {
  return (
    found === path ||
    found.startsWith(`${path}.`) ||
    found.startsWith(`${path}[`)
  );
}

/** What is wrong with one field of the form; undefined when nothing is. */
export function problemAt(
  formData: unknown,
  field: PlacedField,
): string | undefined {
  const state = readFormState(formData);
  const path = placeOf(state.kind, field);
  return messagesAt(checkState(state), path).join(' ') || undefined;
}
