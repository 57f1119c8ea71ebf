import { MONEROD_FLAGS, type MonerodFlag } from '@monero-portal/monero-api';

/** Words as a shell would split them: what people paste from a command line. */
export function splitArguments(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '' && word !== 'monerod');
}

/** More than fits on a screen helps nobody. */
const MAX_SUGGESTIONS = 24;

/** Options that a user may set and that hold what is typed; those that begin with it first. */
export function suggestionsFor(typed: string): MonerodFlag[] {
  const name = typed.trim().replace(/^-+/, '');
  const fitting = MONEROD_FLAGS.filter(
    flag => flag.owned === undefined && flag.name.includes(name),
  );
  return [
    ...fitting.filter(flag => flag.name.startsWith(name)),
    ...fitting.filter(flag => !flag.name.startsWith(name)),
  ].slice(0, MAX_SUGGESTIONS);
}

/**
 * Whether what is typed may still become something else, so that judging it
 * would only be in the way.
 */
export function isUnfinished(typed: string): boolean {
  const text = typed.trim();
  if (text === '' || '--'.startsWith(text)) {
    return true;
  }
  if (text.includes('=') || /\s/.test(text) || !text.startsWith('--')) {
    return false;
  }
  const name = text.slice(2);
  const exact = MONEROD_FLAGS.find(flag => flag.name === name);
  return exact
    ? exact.owned === undefined && exact.takesValue
    : MONEROD_FLAGS.some(flag => flag.name.startsWith(name));
}
