import { jsonLogger, messageOf } from './machinery/Logger';
import { OPERATOR_HELP, parseOperatorOptions, UsageError } from './options';

const HELP = `Usage: monero operator|exporter [options]

  operator   makes the cluster what custom resources say
  exporter   serves metrics and readiness of one monerod or xmrig
`;

/** Exit code for a wrong command line. */
const USAGE = 2;

async function main(argv: string[]): Promise<void> {
  const [command, ...rest] = argv;
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => stop.abort());
  }
  // Each command loads its own code alone: an exporter runs beside every node.
  if (command === 'exporter') {
    const { runExporter } = await import('monerod-exporter');
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
    const { runOperator } = await import('./runOperator');
    await runOperator(options, { logger: jsonLogger(), signal: stop.signal });
    return;
  }
  throw new UsageError(HELP);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const usage = error instanceof Error && error.name === 'UsageError';
    process.stderr.write(`${messageOf(error)}\n`);
    process.exit(usage ? USAGE : 1);
  },
);
