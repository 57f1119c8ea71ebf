import { UsageError } from './args';
import { runExporter } from './runExporter';

/** Exit code of a command line that makes no sense. */
const USAGE = 2;

/**
 * The command as a process runs it: stops on SIGTERM and SIGINT, prints errors
 * as one line, sets the exit code.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => stop.abort());
  }
  try {
    await runExporter(argv, {
      env: process.env,
      signal: stop.signal,
      print: line => process.stdout.write(`${line.trimEnd()}\n`),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`monerod-exporter: ${message}\n`);
    process.exitCode = error instanceof UsageError ? USAGE : 1;
  }
}
