// @ts-check
/**
 * `npm run bench [-- NAME...]`: measures, prints ratios and counts, and judges
 * nothing. `npm run fuzz [-- NAME...]`: longer runs against mutated input.
 */
import { bootstrap, runMain } from './bootstrap/index.mjs';
import { BootstrapError } from './bootstrap/progress.mjs';

/** @type {Record<string, Record<string, string>>} */
const PROGRAMS = {
  bench: {
    operator: 'operator/bench/operator.ts',
    levin: 'packages/monerod-client/scripts/bench-levin.ts',
    handshakes: 'packages/monerod-client/scripts/bench-handshakes.ts',
    crawl: 'packages/monerod-client/scripts/bench-crawl.ts',
    exporter: 'packages/monerod-exporter/scripts/bench.ts',
    proposals: 'plugins/monero-backend/scripts/bench-proposals.ts',
    proposal: 'plugins/monero-backend/scripts/bench-proposal.ts',
    health: 'plugins/monero-backend/bench/health/health.ts',
    form: 'packages/dev-loop/bench/form.ts',
    paint: 'packages/dev-loop/bench/paint.ts',
  },
  fuzz: {
    client: 'packages/monerod-client/scripts/fuzz-decoders.ts',
    storm: 'operator/e2e/faults/runStorm.ts',
    levin: 'packages/monerod-client/scripts/fuzz-levin.ts',
  },
};

const [what = 'bench', ...names] = process.argv.slice(2);

await runMain(async () => {
  const programs = PROGRAMS[what] ?? {};
  const unknown = names.filter(name => !(name in programs));
  if (unknown.length > 0) {
    throw new BootstrapError(
      `npm run ${what} -- ${unknown.join(
        ' ',
      )}: there is no such thing; choose from ${Object.keys(programs).join(
        ', ',
      )}`,
    );
  }
  const { runTypeScript } = await bootstrap();
  for (const name of names.length > 0 ? names : Object.keys(programs)) {
    process.stdout.write(`\n== ${name}\n`);
    const code = await runTypeScript(programs[name], []);
    if (code !== 0) return code;
  }
  return 0;
});
