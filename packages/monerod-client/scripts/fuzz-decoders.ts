/**
 * Damages real captures at random and reads them by every decoder: answers of
 * daemons in JSON and binary, messages of peers, addresses, seeds, records.
 *
 * Usage: tsx scripts/fuzz-decoders.ts [--cases=1000000] [--seed=N]
 *
 * Prints the seed; the same seed makes the same inputs.
 */
import { fuzzDecoders, fuzzTargets } from '../src/__testUtils__/fuzzDecoders';

function argument(name: string, fallback: number): number {
  const found = process.argv.find(each => each.startsWith(`--${name}=`));
  const value = found ? Number(found.slice(name.length + 3)) : fallback;
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`--${name}: expected an integer from 0, got ${found}`);
  }
  return value;
}

async function main(): Promise<void> {
  const seed = argument('seed', Date.now() % 2 ** 31);
  const cases = argument('cases', 1_000_000);
  process.stdout.write(
    `seed ${seed}, ${(await fuzzTargets()).length} decoders\n`,
  );
  const startedMs = performance.now();
  const result = await fuzzDecoders(seed, cases);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
  process.stdout.write(
    `${result.values} values, ${result.errors} errors in ${seconds} s; ` +
      `the slowest took ${result.slowestMs.toFixed(0)} ms, the largest ${(
        result.largestBytes / 1024
      ).toFixed(0)} KiB\n`,
  );
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
