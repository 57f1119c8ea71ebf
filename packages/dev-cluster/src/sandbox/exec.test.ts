import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './exec';

const sh = (script: string) => ({
  file: 'sh',
  args: ['-c', script],
  label: 'script',
});

/** Ended, but not yet waited for by its parent, counts as ended. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'Z');
  return !/Z/.test(stat.slice(stat.lastIndexOf(')') + 1));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(go => setTimeout(go, 5));
}

describe('run', () => {
  it('gives input and returns output', async () => {
    await expect(
      run(sh('cat; echo warn >&2'), { input: 'hello' }),
    ).resolves.toEqual({ stdout: 'hello', stderr: 'warn\n' });
  });

  it('fails with the exit code and the end of stderr', async () => {
    await expect(
      run(sh('echo no such image >&2; exit 3')),
    ).rejects.toMatchObject({
      code: 'ExecFailed',
      message: 'script: exit code 3\nno such image',
    });
  });

  it('fails when the program does not exist', async () => {
    await expect(
      run({ file: '/nowhere/ctr', args: [], label: 'ctr' }),
    ).rejects.toMatchObject({ code: 'ExecFailed' });
  });

  it('ends a program that takes too long', async () => {
    await expect(
      run(sh('exec sleep 60'), { timeoutMs: 20 }),
    ).rejects.toMatchObject({ message: 'script: no end after 0.02 s' });
  });

  it('ends a program on the signal', async () => {
    const stop = new AbortController();
    const running = run(sh('exec sleep 60'), { signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toMatchObject({ code: 'Aborted' });
  });

  it('ends a program that never stops talking', async () => {
    await expect(run(sh('yes'))).rejects.toThrow('16777216 bytes of output');
  });

  it('ends what a program has started with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'exec-'));
    const file = join(folder, 'pid');
    const stop = new AbortController();
    const running = run(sh(`sleep 60 & echo $! > ${file}; wait`), {
      signal: stop.signal,
    });
    const told = () => readFile(file, 'utf8').catch(() => '');
    await until(async () => (await told()).endsWith('\n'));
    const pid = Number(await told());
    expect(await isRunning(pid)).toBe(true);
    stop.abort();
    await expect(running).rejects.toMatchObject({ code: 'Aborted' });
    await until(async () => !(await isRunning(pid)));
    expect(await isRunning(pid)).toBe(false);
    await rm(folder, { recursive: true });
  });
});
