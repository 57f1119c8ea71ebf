import type { Refusal } from '../src/testdata/manifests';

/** Words that the API server puts before a rule's own; the refused value may follow. */
const PREFIX =
  /^(Invalid value|Unsupported value|Duplicate value|Required value|Too long|Too many)/;

const UNKNOWN_FIELD = /^unknown field /;

/**
 * Both verdicts as sorted lines, for a test to compare. The API server's own prefixes are taken off where the expected
 * words follow; and as it speaks of unknown fields first, and of nothing else as long as there are some, so does what
 * is expected of it.
 */
export function comparable(
  actual: readonly Refusal[],
  expected: readonly Refusal[],
): { readonly actual: string[]; readonly expected: string[] } {
  return {
    actual: lines(actual.map(refusal => ownWords(refusal, expected))),
    expected: lines(firstToBeSaid(expected)),
  };
}

function firstToBeSaid(expected: readonly Refusal[]): readonly Refusal[] {
  const unknown = expected.filter(({ message }) => UNKNOWN_FIELD.test(message));
  return unknown.length > 0 ? unknown : expected;
}

function ownWords(actual: Refusal, expected: readonly Refusal[]): Refusal {
  const same = expected.find(
    ({ path, message }) =>
      path === actual.path &&
      (actual.message === message ||
        (PREFIX.test(actual.message) &&
          actual.message.endsWith(`: ${message}`))),
  );
  return same ?? actual;
}

function lines(refusals: readonly Refusal[]): string[] {
  return refusals.map(({ path, message }) => `${path}: ${message}`).sort();
}
