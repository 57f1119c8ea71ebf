import { LoopError } from '../LoopError';
import { startLoop } from '../loop';
import { USAGE, parseLoopOptions } from '../options';
import { progressPrinter } from '../report';
import { summaryOf } from '../summary';

/** The scripts of the checkout run this file in their root. */
const root = process.cwd();

async function main(): Promise<number> {
  const options = parseLoopOptions(process.argv.slice(2), root);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const stop = new AbortController();
  const onSignal = (signal: string) => {
    if (!stop.signal.aborted) process.stderr.write('\nStopping everything…\n');
    stop.abort(new LoopError(`stopped by ${signal}`));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, onSignal);
  }
  const loop = await startLoop({
    ...options,
    root,
    signal: stop.signal,
    report: progressPrinter(process.stderr),
  });
  try {
    const cluster = await loop.clusterReady.then(
      ready => ready,
      (error: Error) => error,
    );
    if (!stop.signal.aborted) process.stdout.write(summaryOf(loop, cluster));
    const reason = await Promise.race([
      loop.died,
      new Promise<undefined>(resolve => {
        if (stop.signal.aborted) resolve(undefined);
        stop.signal.addEventListener('abort', () => resolve(undefined));
      }),
    ]);
    if (reason) process.stderr.write(`\n${reason.message}\n`);
    return reason ? 1 : 0;
  } finally {
    await loop.stop();
    process.stderr.write('Everything is stopped.\n');
  }
}

main().then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(
      `\n${error instanceof LoopError ? error.message : error.stack}\n`,
    );
    process.exit(1);
  },
);
