// @ts-check
/**
 * `npm test`: everything. `npm test -- check`, `unit` and `e2e [PATH...]` run one part.
 *
 * check: generated files, format, types, lint. unit: jest in every workspace.
 * e2e: real programs, the development cluster and a browser.
 */
import { runInGroup } from './bootstrap/exec.mjs';
import { bootstrap, runMain } from './bootstrap/index.mjs';
import { BootstrapError, formatElapsed } from './bootstrap/progress.mjs';
import { BROWSER_NEEDS, CLUSTER_NEEDS } from './bootstrap/system.mjs';

const [part = 'all', ...rest] = process.argv.slice(2);

await runMain(async () => {
  const { runYarn, runTypeScript } = await bootstrap(
    [...CLUSTER_NEEDS, ...BROWSER_NEEDS],
    runInGroup,
  );
  const check = [
    () => runYarn(['generate', '--check']),
    () => runYarn(['format:check']),
    () => runYarn(['tsc']),
    () => runYarn(['tsc', '--project', 'scripts']),
    () => runYarn(['lint']),
  ];
  const unit = [
    () =>
      runYarn(
        [
          'backstage-cli',
          'repo',
          'test',
          '--watchAll=false',
          // A busy machine is slow, not wrong.
          '--testTimeout=60000',
          ...(part === 'unit' ? rest : []),
        ],
        { CI: 'true' },
      ),
  ];
  const e2e = [
    () =>
      runTypeScript(
        'packages/dev-loop/src/cli/e2e.ts',
        part === 'e2e' ? rest : [],
      ),
  ];
  const parts = { check, unit, e2e, all: [...check, ...unit, ...e2e] };
  if (!(part in parts)) {
    throw new BootstrapError(
      `npm test -- ${part}: there is no such part; choose one of ${Object.keys(
        parts,
      ).join(', ')}`,
    );
  }
  const start = Date.now();
  for (const run of parts[/** @type {keyof typeof parts} */ (part)]) {
    const code = await run();
    if (code !== 0) return code;
  }
  process.stdout.write(
    `\nnpm test -- ${part}: passed in ${formatElapsed(Date.now() - start)}\n`,
  );
  return 0;
});
