const HELP = `Usage: monero operator|exporter [options]

  operator   makes the cluster what custom resources say
  exporter   serves metrics and readiness of one monerod or xmrig
`;

/** Exit code for a wrong command line. */
const USAGE = 2;

async function main(argv: string[]): Promise<number> {
  const [command, ...rest] = argv;
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => stop.abort());
  }
  // Each command is a file of its own: an exporter runs beside every node, and
  // the operator's code alone would cost each of them 4 MB.
  if (command === 'exporter') {
    const { exporter } = await import('./commands/exporter');
    await exporter(rest, stop.signal);
    return 0;
  }
  if (command === 'operator') {
    const { operator } = await import('./commands/operator');
    await operator(rest, stop.signal);
    return 0;
  }
  process.stderr.write(HELP);
  return USAGE;
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const usage = error instanceof Error && error.name === 'UsageError';
    process.stderr.write(`${message}\n`);
    process.exit(usage ? USAGE : 1);
  },
);
