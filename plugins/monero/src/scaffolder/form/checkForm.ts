import {
  toNodeSet,
  validateManifest,
  type Violation,
} from '@monero-portal/monero-api';
import { formInputOf, readFormState } from './formState';

/**
 * What the API server would refuse about the form as it stands, in its words.
 *
 * @param formData - data of the whole form
 */
export function checkForm(formData: unknown): Violation[] {
  const state = readFormState(formData);
  const input = formInputOf(state);
  const { diskSizeBefore } = state;
  return validateManifest(
    toNodeSet(input),
    diskSizeBefore && toNodeSet({ ...input, diskSize: diskSizeBefore }),
  );
}

/** The sentences about one field and what is in it, without repetition. */
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
export function problemAt(formData: unknown, path: string): string | undefined {
  return messagesAt(checkForm(formData), path).join(' ') || undefined;
}
