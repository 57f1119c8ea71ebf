// @ts-check
/** `node scripts/run.mjs FILE.ts ARGS`: a TypeScript program of ours, bootstrapped. */
import { bootstrap, runMain } from './bootstrap/index.mjs';
import { CLUSTER_NEEDS } from './bootstrap/system.mjs';

await runMain(async () => {
  const [file, ...args] = process.argv.slice(2);
  const { runTypeScript } = await bootstrap(CLUSTER_NEEDS);
  return runTypeScript(file, args);
});
