import { cp, mkdtemp, appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GO_DIR, readRecipes, readToolRecipe, requiredVersion } from './recipe';

describe('requiredVersion', () => {
  it.each([
    ['require k8s.io/kubernetes v1.36.3', '1.36.3'],
    ['require (\n\tk8s.io/kubernetes v1.36.3\n)', '1.36.3'],
    ['\tk8s.io/kubernetes v1.37.0-rc.1 // indirect', '1.37.0-rc.1'],
  ])('reads %j', (goMod, version) => {
    expect(requiredVersion(goMod, 'k8s.io/kubernetes')).toBe(version);
  });

  it('is not misled by a longer name', () => {
    expect(() =>
      requiredVersion('\tk8s.io/kubernetes-csi v1.0.0', 'k8s.io/kubernetes'),
    ).toThrow('go.mod does not require k8s.io/kubernetes');
  });
});

describe('readRecipes', () => {
  it('tells Kubernetes its version', async () => {
    const { modules } = await readRecipes();
    const kubernetes = modules.find(({ name }) => name === 'kubernetes');
    const version = /^Kubernetes (1\.\d+\.\d+)$/.exec(kubernetes?.title ?? '');
    expect(kubernetes?.args.join(' ')).toContain(
      `version.gitVersion=v${version?.[1]} `,
    );
  });

  it('has another key as soon as one checksum differs', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'go-'));
    try {
      await cp(GO_DIR, copy, { recursive: true });
      const { key } = await readRecipes();
      expect((await readRecipes(copy)).key).toBe(key);
      await appendFile(join(copy, 'coredns', 'go.sum'), '\n');
      expect((await readRecipes(copy)).key).not.toBe(key);
    } finally {
      await rm(copy, { recursive: true });
    }
  });
});

describe('readToolRecipe', () => {
  it.each([
    ['helm', /^Helm 4\./, false],
    ['gitea', /^Gitea 1\.25\./, true],
  ] as const)('knows %s, and whether it is in C too', async (...row) => {
    const [name, title, cgo] = row;
    const { modules, key } = await readToolRecipe(name);
    expect(modules[0].title).toMatch(title);
    expect(modules[0].cgo ?? false).toBe(cgo);
    expect(key).toMatch(new RegExp(`^${name}-`));
  });

  it('tells Gitea its version', async () => {
    const [gitea] = (await readToolRecipe('gitea')).modules;
    const version = gitea.title.split(' ')[1];
    expect(gitea.args.join(' ')).toContain(`-X main.Version=${version} `);
  });
});
