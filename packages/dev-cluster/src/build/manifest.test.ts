import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchesManifest, writeManifest } from './manifest';

describe('manifest', () => {
  let dir: string;
  const names = ['etcd', 'kubelet'];
  const check = () => matchesManifest(join(dir, 'm.json'), dir, names);

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'manifest-'));
    for (const name of names) await writeFile(join(dir, name), `${name}!`);
    await writeManifest(join(dir, 'm.json'), dir, names);
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('matches what it was written for', async () => {
    expect(await check()).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a file is missing', () => rm(join(dir, 'etcd'))],
    ['a file was cut', () => writeFile(join(dir, 'etcd'), 'et')],
    ['a file was changed', () => writeFile(join(dir, 'etcd'), 'Etcd!')],
    ['the manifest is missing', () => rm(join(dir, 'm.json'))],
    ['the manifest is cut', () => writeFile(join(dir, 'm.json'), '{"fil')],
    ['the manifest is another', () => writeFile(join(dir, 'm.json'), '{}')],
  ])('does not match when %s', async (_, damage) => {
    await damage();
    expect(await check()).toBe(false);
  });

  it('matches when only the times changed, as in a copied cache', async () => {
    await utimes(join(dir, 'etcd'), new Date(0), new Date(0));
    expect((await stat(join(dir, 'etcd'))).mtimeMs).toBe(0);
    expect(await check()).toBe(true);
  });

  it('does not match for a file that it does not name', async () => {
    await writeFile(join(dir, 'ctr'), 'ctr!');
    const asked = [...names, 'ctr'];
    expect(await matchesManifest(join(dir, 'm.json'), dir, asked)).toBe(false);
  });
});
