import { parseArgs } from 'node:util';
import { writeJson } from '../json';
import { CliIo, Command } from './command';
import { COMMANDS } from './commands';
import { EXIT, exitCodeOf } from './exitCodes';
import { COMMON_OPTIONS, commandHelp, programHelp } from './help';
import { OptionValues } from './OptionValues';
import { printable } from './table';
import { UsageError } from './UsageError';

const HELP_WORDS: readonly (string | undefined)[] = ['--help', '-h', 'help'];

/** @throws UsageError */
function parse(command: Command, argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...command.options, ...COMMON_OPTIONS },
      allowPositionals: true,
    });
    return { options: new OptionValues(values), args: positionals };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message);
  }
}

/** @returns the exit code; @throws whatever the command throws */
async function runCommand(
  command: Command,
  argv: readonly string[],
  io: CliIo,
  signal: AbortSignal,
): Promise<number> {
  const { options, args } = parse(command, argv);
  if (options.flag('help')) {
    io.stdout.write(commandHelp(command));
    return EXIT.ok;
  }
  if (!command.args && args.length > 0) {
    throw new UsageError(`${JSON.stringify(args[0])}: takes no arguments`);
  }
  const code = await command.run({
    args,
    options,
    io,
    signal,
    show: (value, text) =>
      io.stdout.write(
        options.flag('json') ? `${writeJson(value, 2)}\n` : text(),
      ),
  });
  return signal.aborted ? EXIT.interrupted : code ?? EXIT.ok;
}

/** Says what went wrong in a line; our own mistakes in full. */
function complain(error: unknown, name: string, io: CliIo): number {
  const code = exitCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const hint = code === EXIT.usage ? `; see monerod-client ${name} --help` : '';
  const text =
    code === EXIT.bug && error instanceof Error ? error.stack : undefined;
  io.stderr.write(
    `monerod-client ${name}: ${text ?? `${printable(message)}${hint}`}\n`,
  );
  return code;
}

/**
 * The command `monerod-client`.
 *
 * @param argv - without the names of node and script
 * @param signal - ends the command
 * @returns the exit code
 */
export async function main(
  argv: readonly string[],
  io: CliIo,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const [name, ...rest] = argv;
  if (HELP_WORDS.includes(name)) {
    io.stdout.write(programHelp(COMMANDS));
    return EXIT.ok;
  }
  const command = COMMANDS.find(each => each.name === name);
  if (!command) {
    io.stderr.write(
      name === undefined
        ? programHelp(COMMANDS)
        : `monerod-client: there is no command ${JSON.stringify(
            name,
          )}; it is one of ${COMMANDS.map(each => each.name).join(', ')}\n`,
    );
    return EXIT.usage;
  }
  try {
    return await runCommand(command, rest, io, signal);
  } catch (error) {
    return complain(error, command.name, io);
  }
}
