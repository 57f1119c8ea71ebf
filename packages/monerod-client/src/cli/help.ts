import { Command, Option, Options } from './command';
import { EXIT_CODES_HELP } from './exitCodes';
import { padded } from './table';

/** Name of the program. */
const PROGRAM = 'monerod-client';

/** Options that every command takes. */
export const COMMON_OPTIONS: Options = {
  json: { type: 'boolean', help: 'one JSON document in place of text' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
};

const flagOf = (name: string, { short, value }: Option): string =>
  `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;

const indented = (rows: readonly (readonly string[])[]): string =>
  padded(rows)
    .map(line => `  ${line}\n`)
    .join('');

/** The help of the program: which commands there are. */
export function programHelp(commands: readonly Command[]): string {
  return `Usage: ${PROGRAM} COMMAND [OPTIONS]

Talks with Monero daemons and their peers.

${indented(commands.map(({ name, summary }) => [name, summary]))}
${PROGRAM} COMMAND --help says more of each.

${EXIT_CODES_HELP}`;
}

/** The help of a command. */
export function commandHelp(command: Command): string {
  const { name, args, summary, details, options, examples } = command;
  const rows = Object.entries({ ...options, ...COMMON_OPTIONS }).map(
    ([option, spec]) => [flagOf(option, spec), spec.help],
  );
  return `Usage: ${PROGRAM} ${name} ${args ? `${args} ` : ''}[OPTIONS]

${summary[0].toUpperCase()}${summary.slice(1)}.
${details ? `\n${details}\n` : ''}
${indented(rows)}
Examples:
${examples
  .map(example => `  ${PROGRAM} ${name} ${example}`.trimEnd())
  .join('\n')}

${EXIT_CODES_HELP}`;
}
