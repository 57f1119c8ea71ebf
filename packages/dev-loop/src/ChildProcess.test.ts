import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually, hasEnded } from './__testUtils__/processes';
import { ChildProcess } from './ChildProcess';

describe('ChildProcess', () => {
  let scratch: string;
  beforeEach(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'child-'));
  });
  afterEach(() => rm(scratch, { recursive: true }));

  const start = (script: string) =>
    ChildProcess.start({
      name: 'example',
      command: 'sh',
      args: ['-c', script],
      cwd: scratch,
      env: process.env,
      logFile: path.join(scratch, 'example.log'),
    });

  it('tells how a program died, with its last lines', async () => {
    const child = await start('echo no such table; exit 3');
    const reason = await child.died;
    expect(reason.message).toMatch(
      /^The example ended with code 3\. .*example\.log\):\nno such table$/s,
    );
  });

  it('ends a program and its children, and calls that no death', async () => {
    const child = await start('sleep 1000 & echo $! > grandchild; wait');
    const pid = Number(
      await eventually(() =>
        readFile(path.join(scratch, 'grandchild'), 'utf8').catch(() => ''),
      ),
    );
    let died = false;
    void child.died.then(() => {
      died = true;
    });

    await child.stop();

    await eventually(() => hasEnded(pid));
    expect(died).toBe(false);
  });
});
