import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { leftoversOf } from './leftovers';

describe('leftoversOf', () => {
  it('names a process that still works on the folder, until it has ended', async () => {
    const folder = `/no-such-folder-${process.pid}`;
    const child = spawn('sh', ['-c', `echo up; read wait # ${folder}`]);
    await once(child.stdout, 'data');
    expect(await leftoversOf(folder)).toEqual([
      expect.stringMatching(new RegExp(`^process ${child.pid}: .*${folder}`)),
    ]);
    child.kill();
    await once(child, 'exit');
    expect(await leftoversOf(folder)).toEqual([]);
  });
});
