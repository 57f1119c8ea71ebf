// @ts-check
/** `npm start`: from a bare checkout to the running loop. */
import { bootstrap, runMain } from './bootstrap/index.mjs';
import { CLUSTER_NEEDS } from './bootstrap/system.mjs';

await runMain(async () => {
  const { runTypeScript } = await bootstrap(CLUSTER_NEEDS);
  return runTypeScript(
    'packages/dev-loop/src/cli/start.ts',
    process.argv.slice(2),
  );
});
