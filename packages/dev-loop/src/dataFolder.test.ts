import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockDataFolder, openDataFolder, resetDataFolder } from './dataFolder';

/** No process has this id: the kernel's largest is 4,194,304. */
const DEAD_PID = 4_194_305;

describe('the data folder', () => {
  let scratch: string;
  beforeEach(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'data-folder-'));
  });
  afterEach(() => rm(scratch, { recursive: true }));

  it('is created, and taken up again', async () => {
    const root = path.join(scratch, 'data');
    const first = await openDataFolder(root);
    await writeFile(path.join(first.portal, 'kept'), '');
    const second = await openDataFolder(root);
    expect(second).toEqual(first);
    expect(existsSync(path.join(second.portal, 'kept'))).toBe(true);
  });

  it('is not made of a folder that holds something else', async () => {
    await writeFile(path.join(scratch, 'thesis.tex'), 'years of work');
    await expect(openDataFolder(scratch)).rejects.toThrow(
      /not empty and was not made by this program/,
    );
    expect(await readFile(path.join(scratch, 'thesis.tex'), 'utf8')).toBe(
      'years of work',
    );
  });

  it('may have been begun by the development cluster alone', async () => {
    await mkdir(path.join(scratch, 'cluster'));
    await expect(openDataFolder(scratch)).resolves.toMatchObject({
      root: scratch,
    });
  });

  it('serves one process at a time', async () => {
    const folder = await openDataFolder(scratch);
    await writeFile(path.join(scratch, 'lock'), String(process.ppid));
    await expect(lockDataFolder(folder)).rejects.toThrow(
      `in use by process ${process.ppid}`,
    );
  });

  it('is taken over from a process that died', async () => {
    const folder = await openDataFolder(scratch);
    await writeFile(path.join(scratch, 'lock'), String(DEAD_PID));
    const unlock = await lockDataFolder(folder);
    expect(await readFile(path.join(scratch, 'lock'), 'utf8')).toBe(
      String(process.pid),
    );
    await unlock();
    expect(existsSync(path.join(scratch, 'lock'))).toBe(false);
  });

  it('forgets everything when asked to', async () => {
    const folder = await openDataFolder(scratch);
    await writeFile(path.join(folder.portal, 'database'), '');
    await mkdir(folder.gitops);
    await resetDataFolder(folder);
    expect(existsSync(folder.gitops)).toBe(false);
    expect(existsSync(path.join(folder.portal, 'database'))).toBe(false);
    expect(existsSync(folder.portal)).toBe(true);
  });
});
