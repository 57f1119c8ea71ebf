import { OptionValues } from './OptionValues';

/** Where a command reads and writes; `process` has this shape. */
export interface CliIo {
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One option of a command: what parseArgs wants, and what help says. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given more than once. */
  readonly multiple?: boolean;
  /** What stands for the value in the help, such as `URL`. */
  readonly value?: string;
  readonly help: string;
}

/** The options of a command by their names. */
export type Options = Readonly<Record<string, Option>>;

/** A command that was asked for, its words read. */
export interface Invocation {
  /** Words that are no options. */
  readonly args: readonly string[];
  readonly options: OptionValues;
  readonly io: CliIo;
  /** Fires when the user has had enough. */
  readonly signal: AbortSignal;
  /**
   * Writes the result: as one JSON document with `--json`, else as the text.
   * The text is made only when it is wanted.
   */
  show(value: unknown, text: () => string): void;
}

/** One command: everything about it in one file. */
export interface Command {
  readonly name: string;
  /** Its arguments in the usage line, such as `HOST[:PORT]`. */
  readonly args?: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What there is to know beside. */
  readonly details?: string;
  readonly options: Options;
  /** What follows the name of the command, as people type it. */
  readonly examples: readonly string[];
  /**
   * Does the work.
   * @returns the exit code where it is not 0
   * @throws UsageError, MonerodError, PeerError; {@link exitCodeOf} tells them apart
   */
  run(invocation: Invocation): Promise<number | void>;
}
