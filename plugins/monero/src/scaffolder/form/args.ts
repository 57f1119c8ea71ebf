import type { FlagTable, KnownFlag } from './flags';

/** Characters of all arguments; a manifest may have twice as many, and no command line of a node comes near. */
export const MAX_ARGUMENTS_LENGTH = 32_768;

/** Words as a shell would split them: what people paste from a command line. */
export function splitArguments(text: string): string[] {
  return text
    .split(/\s+/)
    .filter(word => word !== '' && word !== 'monerod' && word !== 'xmrig');
}

/** More than fits on a screen helps nobody. */
const MAX_SUGGESTIONS = 24;

/** Options that a user may set and that hold what is typed; those that begin with it first. */
export function suggestionsFor(typed: string, table: FlagTable): KnownFlag[] {
  const name = typed.trim().replace(/^-+/, '');
  const fitting = table.flags.filter(
    flag => flag.allowed && flag.name.includes(name),
  );
  return [
    ...fitting.filter(flag => flag.name.startsWith(`--${name}`)),
    ...fitting.filter(flag => !flag.name.startsWith(`--${name}`)),
  ].slice(0, MAX_SUGGESTIONS);
}

/**
 * Whether what is typed may still become something else, so that judging it
 * would only be in the way.
 */
export function isUnfinished(typed: string, table: FlagTable): boolean {
  const text = typed.trim();
  if (text === '' || '--'.startsWith(text)) {
    return true;
  }
  if (text.includes('=') || /\s/.test(text) || !text.startsWith('--')) {
    return false;
  }
  const exact = table.flags.find(flag => flag.name === text);
  return exact
    ? exact.allowed && exact.takesValue
    : table.flags.some(flag => flag.name.startsWith(text));
}

/** What each option among the arguments does, once for each. */
export function explanationsOf(
  args: readonly string[],
  table: FlagTable,
): KnownFlag[] {
  return [
    ...new Set(
      args.flatMap(arg => {
        const flag = table.find(arg);
        return flag?.allowed ? [flag] : [];
      }),
    ),
  ];
}
