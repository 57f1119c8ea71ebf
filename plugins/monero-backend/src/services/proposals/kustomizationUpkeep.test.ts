import { GitFixture } from '../../testing/gitFixture';
import { kustomizationUpkeep } from './kustomizationUpkeep';

const PATH = 'clusters/dev/monero/web.yaml';
const BESIDE = 'clusters/dev/monero/kustomization.yaml';

describe('a proposal keeps the kustomization beside its file', () => {
  let git: GitFixture;
  beforeEach(() => {
    git = new GitFixture();
  });
  afterEach(() => git.remove());

  const upkeep = (
    operation: 'create' | 'change' | 'retire',
    kustomization = true,
  ) =>
    kustomizationUpkeep(
      {
        ...{ operation, path: PATH, targetBranch: 'main' },
        baseCommit: git.tip(),
      },
      { repo: git.repo, kustomization },
    );

  it('names a new file there', async () => {
    await git.push(BESIDE, '# ours\nresources:\n  - api.yaml\n');
    await expect(upkeep('create')).resolves.toEqual([
      {
        path: BESIDE,
        content: '# ours\nresources:\n  - api.yaml\n  - web.yaml\n',
      },
    ]);
  });

  it('takes out a file that is retired', async () => {
    await git.push(BESIDE, 'resources:\n  - api.yaml\n  - web.yaml\n');
    await expect(upkeep('retire')).resolves.toEqual([
      { path: BESIDE, content: 'resources:\n  - api.yaml\n' },
    ]);
  });

  it.each(['kustomization.yml', 'Kustomization'])(
    'also where it is called %s',
    async name => {
      const path = `clusters/dev/monero/${name}`;
      await git.push(path, 'resources: []\n');
      await expect(upkeep('create')).resolves.toEqual([
        { path, content: 'resources:\n  - web.yaml\n' },
      ]);
    },
  );

  it.each([
    ['a file only changes', 'change', true],
    ['nobody asks for it', 'create', false],
    ['there is none to take a retired file out of', 'retire', true],
  ] as const)('touches nothing when %s', async (_, operation, wanted) => {
    await expect(upkeep(operation, wanted)).resolves.toEqual([]);
  });

  it('refuses a new file that nobody would apply', async () => {
    await expect(upkeep('create')).rejects.toThrow(
      `There is no ${BESIDE} on branch main, so ${PATH} would be applied by nobody. Commit one`,
    );
  });

  it('says which file is wrong', async () => {
    await git.push(BESIDE, 'resources: x\n');
    await expect(upkeep('create')).rejects.toThrow(
      `${BESIDE} has resources that are no list of names. Mend it in the repository first.`,
    );
  });
});
