import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { eventually, hasEnded } from './__testUtils__/processes';

const EXEC = path.resolve(__dirname, '../../../scripts/bootstrap/exec.mjs');

/** Leaves signals to what it has started and waits for that, as yarn does. */
const PATIENT = `
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const child = require('node:child_process').spawn('sleep', ['1000']);
  child.on('exit', () => process.exit(0));
  console.log(child.pid);`;

/** Ends at once, and leaves something behind that no signal but one ends. */
const CARELESS = `
  const script = 'trap "" INT TERM; echo $$; while :; do sleep 1000; done';
  const stdio = ['ignore', 'pipe', 'ignore'];
  const child = require('node:child_process').spawn('sh', ['-c', script], { stdio });
  child.stdout.once('data', pid => {
    process.stdout.write(pid);
    process.exit(3);
  });`;

/** A script as `npm test` is one, and the process that its program has started. */
async function start(program: string) {
  const script = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { runInGroup } from ${JSON.stringify(EXEC)};
       process.exitCode = await runInGroup(process.execPath, ['-e', ${JSON.stringify(
         program,
       )}]);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(script, 'exit').then(([code, signal]) => code ?? signal);
  const [line] = await once(createInterface(script.stdout), 'line');
  return { script, ended, grandchild: Number(line) };
}

describe('runInGroup of the scripts', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'passes %s to all that was started, and waits until it has ended',
    async (signal, code) => {
      const { script, ended, grandchild } = await start(PATIENT);
      expect(await hasEnded(grandchild)).toBe(false);
      script.kill(signal);
      expect(await ended).toBe(code);
      expect(await hasEnded(grandchild)).toBe(true);
    },
  );

  it('leaves nothing of a program that has ended', async () => {
    const { ended, grandchild } = await start(CARELESS);
    expect(await ended).toBe(3);
    await eventually(() => hasEnded(grandchild));
  });
});
