import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countInotifyInstances, ensureInotify } from './inotify';

describe('ensureInotify', () => {
  let proc: string;
  let limit: string;

  beforeEach(async () => {
    proc = await mkdtemp(join(tmpdir(), 'inotify-'));
    limit = join(proc, 'limit');
    await writeFile(limit, '128\n');
  });
  afterEach(() => rm(proc, { recursive: true }));

  async function processWith(pid: number, instances: number) {
    const dir = join(proc, String(pid), 'fd');
    await mkdir(dir, { recursive: true });
    await symlink('/dev/null', join(dir, '0'));
    for (let fd = 1; fd <= instances; fd++) {
      await symlink('anon_inode:inotify', join(dir, String(fd)));
    }
  }

  it('counts what all processes have open', async () => {
    await processWith(1, 2);
    await processWith(42, 5);
    expect(await countInotifyInstances(proc)).toBe(7);
  });

  it('leaves the limit alone when enough are left', async () => {
    await processWith(1, 60);
    expect(await ensureInotify(3, { limit, proc })).toBeUndefined();
    expect(await readFile(limit, 'utf8')).toBe('128\n');
  });

  it('raises the limit when too few are left', async () => {
    await processWith(1, 100);
    expect(await ensureInotify(3, { limit, proc })).toBe(128);
    expect(await readFile(limit, 'utf8')).toBe('1024');
  });
});
