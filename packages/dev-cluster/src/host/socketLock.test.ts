import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lock, readHolder, tryLock } from './socketLock';

const name = () => `test-${process.pid}-${Math.random()}`;
const signal = () => AbortSignal.timeout(5000);

/** Another process that has taken the lock. */
async function startHolder(key: string) {
  const program = `
    require('tsx/cjs');
    require('${require.resolve('./socketLock')}')
      .tryLock('${key}', 'child')
      .then(() => { console.log('held'); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ['-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('socketLock', () => {
  it('has one holder, who can be asked', async () => {
    const key = name();
    const held = await tryLock(key, 'me');
    expect(await tryLock(key, 'you')).toBeUndefined();
    expect(await readHolder(key)).toBe('me');
    held?.setInfo('still me');
    expect(await readHolder(key)).toBe('still me');
    await held?.release();
    expect(await readHolder(key)).toBeUndefined();
  });

  it('goes to one waiter after the other', async () => {
    const key = name();
    const waited: string[] = [];
    let holders = 0;
    const take = async (info: string) => {
      const onWait = (holder: string) => waited.push(holder);
      const held = await lock(key, info, { signal: signal(), onWait });
      holders += 1;
      expect(holders).toBe(1);
      await new Promise(resolve => setImmediate(resolve));
      holders -= 1;
      await held.release();
    };
    await Promise.all([take('a'), take('b'), take('c')]);
    expect(waited).toHaveLength(2);
  });

  it('is free when its holder was killed', async () => {
    const key = name();
    const child = await startHolder(key);
    expect(await readHolder(key)).toBe('child');
    const next = lock(key, 'next', { signal: signal(), onWait: () => {} });
    child.kill('SIGKILL');
    await (await next).release();
  });

  it('is not read by halves: a holder that is away is waited for, and then named', async () => {
    const key = name();
    const child = await startHolder(key);
    child.kill('SIGSTOP');
    await expect(readHolder(key, 100)).rejects.toMatchObject({
      code: 'HolderSilent',
      message: expect.stringContaining(key),
    });
    const late = readHolder(key);
    child.kill('SIGCONT');
    expect(await late).toBe('child');
    child.kill('SIGSTOP');
    const never = readHolder(key);
    child.kill('SIGKILL');
    expect(await never).toBeUndefined();
  });

  it('stops waiting when told to', async () => {
    const key = name();
    const held = await tryLock(key, 'me');
    const stop = new AbortController();
    const waiting = lock(key, 'you', {
      signal: stop.signal,
      onWait: () => stop.abort(new Error('enough')),
    });
    await expect(waiting).rejects.toThrow('enough');
    await held?.release();
  });
});
