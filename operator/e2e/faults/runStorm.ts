/**
 * `npm run fuzz -- storm`: storms of a minute, one after the other, until
 * STORM_MINUTES (10) are over or one of them leaves something wrong. STORM_SEED
 * begins with the one that a report named.
 */
import { controlPlane } from './ControlPlane';
import { bundle } from './OperatorProcess';
import { StormBench } from './storm';

const MINUTES = Number(process.env.STORM_MINUTES ?? 10);
const FIRST_SEED = Number(process.env.STORM_SEED ?? Date.now() % 1e9);
const STORM_SECONDS = 60;

async function main(): Promise<void> {
  const plane = await controlPlane();
  const bench = await StormBench.open(plane, await bundle());
  try {
    await bench.converged();
    const end = Date.now() + MINUTES * 60_000;
    for (let seed = FIRST_SEED; Date.now() < end; seed += 1) {
      const report = await bench.weather(seed, STORM_SECONDS);
      process.stdout.write(`seed ${seed}: ${JSON.stringify(report)}\n`);
      if (!bench.operator.isRunning) throw new Error('the operator ended');
      if (report.atRest.length > 0) throw new Error('it does not rest');
      if (report.after.watches !== report.before.watches) {
        throw new Error('watches were lost or left open');
      }
    }
  } finally {
    await bench.close();
    await plane.release();
  }
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
