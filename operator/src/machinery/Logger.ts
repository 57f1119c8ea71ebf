/** What goes with a log line. */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** Writes what happened, one line each. */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** One JSON object a line, as log collectors like it. */
export function jsonLogger(
  write: (line: string) => void = line => process.stdout.write(line),
  now: () => number = Date.now,
): Logger {
  const log =
    (level: string) =>
    (message: string, fields: LogFields = {}) =>
      write(
        `${JSON.stringify({
          time: new Date(now()).toISOString(),
          level,
          message,
          ...fields,
        })}\n`,
      );
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
