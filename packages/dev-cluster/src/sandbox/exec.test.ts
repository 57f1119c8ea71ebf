import { run } from './exec';

const sh = (script: string) => ({
  file: 'sh',
  args: ['-c', script],
  label: 'script',
});

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
});
