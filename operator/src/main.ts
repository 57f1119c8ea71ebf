import {
  runExporter,
  UsageError as ExporterUsageError,
} from 'monerod-exporter';
import { jsonLogger, messageOf } from './machinery/Logger';
import { OPERATOR_HELP, parseOperatorOptions, UsageError } from './options';
import { runOperator } from './runOperator';

const HELP = `Usage: monero operator|exporter [options]

  operator   makes the cluster what MoneroNodeSets say
  exporter   serves metrics and readiness of one monerod
`;

/** Exit code for a wrong command line. */
const USAGE = 2;

async function main(argv: string[]): Promise<void> {
  const [command, ...rest] = argv;
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => stop.abort());
  }
  if (command === 'exporter') {
    await runExporter(rest, {
      env: process.env,
      signal: stop.signal,
      print: line => process.stdout.write(`${line.trimEnd()}\n`),
    });
    return;
  }
  if (command === 'operator') {
    if (rest.includes('--help')) {
      process.stdout.write(OPERATOR_HELP);
      return;
    }
    const options = parseOperatorOptions(rest);
    await runOperator(options, { logger: jsonLogger(), signal: stop.signal });
    return;
  }
  throw new UsageError(HELP);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const usage =
      error instanceof UsageError || error instanceof ExporterUsageError;
    process.stderr.write(`${messageOf(error)}\n`);
    process.exit(usage ? USAGE : 1);
  },
);
