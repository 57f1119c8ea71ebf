import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { GitFixture } from '../../testing/gitFixture';
import { blobOf } from './blobOf';
import { GitRepository } from './GitRepository';

const author = { name: 'Mo <x> Ck\n', email: 'mo@example.com' };
const time = new Date('2026-03-01T12:00:00Z');
const PATH = 'clusters/dev/monero/web.yaml';

describe('GitRepository', () => {
  let git: GitFixture;

  beforeEach(() => {
    git = new GitFixture();
  });

  afterEach(() => git.remove());

  const commitOf = (content: string, change = {}) =>
    git.repo.commitFiles({
      parent: git.tip(),
      changes: [{ path: PATH, content }],
      message: 'Add web',
      author,
      time,
      ...change,
    });

  it('commits one file and leaves every other as it is', async () => {
    await git.push('README.md', 'hello\n');
    const commit = await commitOf('a: 1\n');
    expect(git.git(['ls-tree', '-r', '--name-only', commit])).toBe(
      `README.md\n${PATH}`,
    );
    expect(await git.repo.readFile(commit, PATH)).toBe('a: 1\n');
    expect(git.git(['log', '-1', '--format=%an|%ae|%aI|%cn', commit])).toBe(
      'Mo  x  Ck|mo@example.com|2026-03-01T12:00:00+00:00|Monero portal',
    );
    expect(git.git(['fsck', '--strict', '--no-dangling'])).toBe('');
  });

  it('changes, adds and removes files in one commit', async () => {
    await git.push('a.yaml', 'a: 1\n');
    await git.push('b.yaml', 'b: 1\n');
    const commit = await commitOf('', {
      parent: git.tip(),
      changes: [
        { path: 'a.yaml', content: undefined },
        { path: 'b.yaml', content: 'b: 2\n' },
        { path: 'c/d.yaml', content: 'd: 1\n' },
        { path: 'never-there.yaml', content: undefined },
      ],
    });
    expect(git.git(['ls-tree', '-r', '--name-only', commit])).toBe(
      'b.yaml\nc/d.yaml',
    );
    expect(await git.repo.readFile(commit, 'b.yaml')).toBe('b: 2\n');
  });

  it.each(['', 'a: 1\n', 'ä'.repeat(10_000)])(
    'gives a file the id that git gives it: %.10j',
    text => {
      const id = git.git(['hash-object', '--stdin'], text);
      expect(blobOf(text)).toBe(id);
    },
  );

  it('makes the same commit from the same input', async () => {
    expect(await commitOf('a: 1\n')).toBe(await commitOf('a: 1\n'));
  });

  it('leaves no index behind', async () => {
    await commitOf('a: 1\n');
    const left = readdirSync(tmpdir()).filter(name =>
      /^monero-portal-.*\.index/.test(name),
    );
    expect(left).toEqual([]);
  });

  it('knows what is not there', async () => {
    expect(await git.repo.branch('nope')).toBeUndefined();
    expect(await git.repo.readFile(git.tip(), 'nope.yaml')).toBeUndefined();
    const commit = await commitOf('a: 1\n');
    expect(await git.repo.readFile(commit, 'clusters')).toBeUndefined();
    await expect(
      new GitRepository('/nonexistent/x.git').branch('main'),
    ).rejects.toMatchObject({
      name: 'GitError',
      code: 'Failed',
      message: expect.stringContaining('/nonexistent/x.git'),
    });
  });

  it('creates a branch once', async () => {
    const commit = await commitOf('a: 1\n');
    await git.repo.createBranch('monero/x', commit);
    await git.repo.createBranch('monero/x', commit);
    await expect(
      git.repo.createBranch('monero/x', git.tip()),
    ).rejects.toMatchObject({ code: 'Exists' });
    expect(git.tip('monero/x')).toBe(commit);
  });

  it('moves a branch only from where it is known to be', async () => {
    const before = git.tip();
    const one = await commitOf('a: 1\n');
    const two = await commitOf('a: 2\n');
    await git.repo.moveBranch('main', before, one);
    await expect(
      git.repo.moveBranch('main', before, two),
    ).rejects.toMatchObject({ code: 'Moved' });
    expect(git.tip()).toBe(one);
  });

  it('merges what does not touch the same lines', async () => {
    const theirs = await commitOf('a: 1\n');
    const ours = await git.push('README.md', 'hello\n');
    const attempt = await git.repo.tryMerge(ours, theirs);
    if (!attempt.clean) {
      throw new Error('a conflict where there is none');
    }
    const merge = await git.repo.commitMerge(attempt.tree, {
      ours,
      theirs,
      message: 'Merge',
      author,
      time,
    });
    expect(git.git(['log', '-1', '--format=%P', merge])).toBe(
      `${ours} ${theirs}`,
    );
    expect(await git.repo.contains(merge, theirs)).toBe(true);
    expect(await git.repo.contains(ours, theirs)).toBe(false);
  });

  it('names the files of a conflict and writes nothing', async () => {
    const theirs = await commitOf('a: 1\n');
    const ours = await git.push(PATH, 'a: 2\n');
    const attempt = await git.repo.tryMerge(ours, theirs);
    expect(attempt).toEqual({
      clean: false,
      files: [PATH],
      messages: [expect.stringContaining(`Merge conflict in ${PATH}`)],
    });
    expect(git.tip()).toBe(ours);
  });

  it('shows a change in its whole file', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `k${i}: ${i}`);
    const from = await git.push(PATH, `${lines.join('\n')}\n`);
    lines[50] = 'k50: new';
    const to = await commitOf(`${lines.join('\n')}\n`);
    const diff = await git.repo.diff(from, to);
    expect(diff).toContain('-k50: 50\n+k50: new\n');
    expect(diff).toContain(' k0: 0\n');
  });

  it('runs no hook of the repository', async () => {
    execFileSync('sh', [
      '-c',
      'printf "#!/bin/sh\\nexit 1\\n" > "$1/hooks/reference-transaction" && chmod +x "$1/hooks/reference-transaction"',
      'sh',
      git.gitDir,
    ]);
    const commit = await commitOf('a: 1\n');
    await expect(
      git.repo.createBranch('monero/x', commit),
    ).resolves.toBeUndefined();
  });
});
