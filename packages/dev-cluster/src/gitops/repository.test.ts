import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitRepository, manifestEntries } from './repository';
import { seedGitOpsRepository } from './seed';
import { commitTo } from './testing/commitTo';

describe('a repository', () => {
  let scratch: string;
  let path: string;
  const { signal } = new AbortController();
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'repository-'));
    path = join(scratch, 'gitops.git');
    await seedGitOpsRepository({
      path,
      files: {
        'README.md': 'words\n',
        'clusters/dev/namespaces.yaml': 'a: 1\n',
        'clusters/dev/monero/nodes.yaml': 'ü: "\\n"\n\n',
        'clusters/dev/monero/empty.json': '',
        'clusters/dev/notes.txt': 'no manifest\n',
        'clusters/development/other.yaml': 'another cluster\n',
      },
    });
  });
  afterEach(() => rm(scratch, { recursive: true }));

  it('gives the manifests of one folder at one commit, byte for byte', async () => {
    const repository = gitRepository(path, 'main');
    const commit = await repository.head(signal);
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(await repository.read(commit, 'clusters/dev', signal)).toEqual([
      { path: 'clusters/dev/monero/empty.json', text: '' },
      { path: 'clusters/dev/monero/nodes.yaml', text: 'ü: "\\n"\n\n' },
      { path: 'clusters/dev/namespaces.yaml', text: 'a: 1\n' },
    ]);
  });

  it('keeps giving an old commit after a new one', async () => {
    const repository = gitRepository(path, 'main');
    const old = await repository.head(signal);
    const made = await commitTo(path, tree =>
      writeFile(join(tree, 'clusters/dev/namespaces.yaml'), 'a: 2\n'),
    );
    expect(await repository.head(signal)).toBe(made);
    const files = await repository.read(old, 'clusters/dev', signal);
    expect(files.at(-1)?.text).toBe('a: 1\n');
  });

  it('does not follow links out of the repository', async () => {
    const secret = join(scratch, 'secret.yaml');
    await writeFile(secret, 'secret: true\n');
    const commit = await commitTo(path, tree =>
      symlink(secret, join(tree, 'clusters/dev/link.yaml')),
    );
    const files = await gitRepository(path, 'main').read(
      commit,
      'clusters/dev',
      signal,
    );
    expect(files.map(file => file.path)).not.toContain(
      'clusters/dev/link.yaml',
    );
  });

  it('without a manifest in the folder is an error, not an empty list', async () => {
    const repository = gitRepository(path, 'main');
    const commit = await repository.head(signal);
    await expect(
      repository.read(commit, 'clusters/prod', signal),
    ).rejects.toMatchObject({
      code: 'Repository',
      message: expect.stringMatching(
        /no manifest in clusters\/prod: nothing is applied or removed/,
      ),
    });
  });

  it.each([
    ['that is not there', 'missing.git', 'main'],
    ['without the branch', 'gitops.git', 'master'],
    // Git would find the repository that a plain folder lies in.
    ['that is a folder inside of one', 'gitops.git/refs', 'main'],
  ])('%s is an error', async (_, name, branch) => {
    await expect(
      gitRepository(join(scratch, name), branch).head(signal),
    ).rejects.toMatchObject({
      code: 'Repository',
      message: expect.stringContaining(`branch ${branch} of`),
    });
  });

  it('larger than a repository of manifests is refused', () => {
    const entry = (size: number) =>
      `100644 blob ${'0'.repeat(40)} ${size}\tclusters/dev/a.yaml\0`;
    expect(manifestEntries(entry(1000))).toHaveLength(1);
    expect(() => manifestEntries(entry(40 * 1024 * 1024))).toThrow(
      /are more than/,
    );
    expect(() => manifestEntries(entry(1).repeat(5001))).toThrow(
      /5001 files .* are more than/,
    );
  });
});
