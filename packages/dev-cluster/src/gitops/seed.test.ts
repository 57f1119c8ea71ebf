import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedGitOpsRepository } from './seed';

describe('seeding', () => {
  let scratch: string;
  let path: string;
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'seed-'));
    path = join(scratch, 'new/gitops.git');
  });
  afterEach(() => rm(scratch, { recursive: true }));

  const git = (...args: string[]) =>
    execFileSync('git', [`--git-dir=${path}`, ...args]).toString();
  const files = { 'clusters/dev/a.yaml': 'a: 1\n', 'README.md': 'words\n' };

  it('makes a bare repository with one commit', async () => {
    expect(await seedGitOpsRepository({ path, files })).toBe(true);
    expect(git('rev-parse', '--is-bare-repository')).toBe('true\n');
    expect(git('log', '--format=%s %an', 'main')).toBe(
      'Initial state monero-portal\n',
    );
    expect(git('ls-tree', '-r', '--name-only', 'HEAD').split('\n')).toEqual([
      'README.md',
      'clusters/dev/a.yaml',
      '',
    ]);
    expect(git('show', 'main:clusters/dev/a.yaml')).toBe('a: 1\n');
    expect(await readdir(join(scratch, 'new'))).toEqual(['gitops.git']);
  });

  it('can be cloned and pushed to', async () => {
    await seedGitOpsRepository({ path, files });
    const clone = join(scratch, 'clone');
    execFileSync('git', ['clone', '--quiet', path, clone]);
    expect((await readdir(clone)).sort()).toEqual([
      '.git',
      'README.md',
      'clusters',
    ]);
  });

  it('leaves a repository that is there as it is', async () => {
    await seedGitOpsRepository({ path, files });
    const head = git('rev-parse', 'main');
    expect(await seedGitOpsRepository({ path, files: { b: 'b' } })).toBe(false);
    expect(git('rev-parse', 'main')).toBe(head);
  });

  it('does not write over what is no repository', async () => {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'thesis.tex'), 'years');
    await expect(seedGitOpsRepository({ path, files })).rejects.toThrow(
      `${path} exists and is no git repository`,
    );
    expect(await readdir(path)).toEqual(['thesis.tex']);
  });

  it.each(['../out.yaml', '/etc/out.yaml', 'a/../../out.yaml', './a'])(
    'refuses the path %s, and leaves nothing behind',
    async name => {
      await expect(
        seedGitOpsRepository({ path, files: { [name]: '' } }),
      ).rejects.toThrow(`"${name}" is no path of a file`);
      expect(await readdir(join(scratch, 'new'))).toEqual([]);
    },
  );
});
