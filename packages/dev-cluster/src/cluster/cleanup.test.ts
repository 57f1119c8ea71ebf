import { createCleanup } from './cleanup';

describe('createCleanup', () => {
  it('undoes the newest first, once, however often it is asked', async () => {
    const done: string[] = [];
    const cleanup = createCleanup(() => done.push('start'));
    for (const part of ['cgroups', 'namespace', 'relay']) {
      cleanup.add(async () => done.push(part));
    }
    expect(cleanup.started).toBe(false);
    await Promise.all([cleanup.run(), cleanup.run()]);
    expect(cleanup.started).toBe(true);
    expect(done).toEqual(['start', 'relay', 'namespace', 'cgroups']);
  });

  it('undoes the rest when one part fails, and then says so', async () => {
    const done: string[] = [];
    const cleanup = createCleanup(() => {});
    cleanup.add(() => done.push('first'));
    cleanup.add(() => Promise.reject(new Error('busy')));
    await expect(cleanup.run()).rejects.toThrow('busy');
    expect(done).toEqual(['first']);
  });
});
