import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureOperatorBundle } from './operatorBundle';

describe("the operator's bundle", () => {
  let checkout: string;
  let builds: number;
  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'bundle-'));
    builds = 0;
    const manifest = (name: string, ...needs: string[]) =>
      JSON.stringify({
        name,
        dependencies: Object.fromEntries(needs.map(need => [need, '*'])),
      });
    await write(
      'operator/package.json',
      manifest('@monero-portal/operator', 'near'),
    );
    await write('packages/near/package.json', manifest('near', 'far', 'zod'));
    await write('packages/far/package.json', manifest('far'));
    await write('packages/other/package.json', manifest('other'));
    await write('yarn.lock', '');
  });
  afterEach(() => rm(checkout, { recursive: true }));

  async function write(path: string, text: string) {
    await mkdir(dirname(join(checkout, path)), { recursive: true });
    await writeFile(join(checkout, path), text);
  }

  const ensure = () =>
    ensureOperatorBundle(checkout, async () => {
      builds += 1;
      await write('operator/dist/monero.cjs', `build ${builds}`);
    });

  it('is built once, and again after a change of what goes into it', async () => {
    expect(await ensure()).toBe(true);
    expect(await ensure()).toBe(false);
    for (const path of [
      'operator/src/main.ts',
      'packages/far/src/index.ts',
      'crds/moneronodesets.yaml',
      'yarn.lock',
      // Somebody else's build, whatever it was made of.
      'operator/dist/monero.cjs',
    ]) {
      await write(path, 'changed');
      expect([path, await ensure()]).toEqual([path, true]);
      expect([path, await ensure()]).toEqual([path, false]);
    }
  });

  it('is left alone after changes elsewhere', async () => {
    await ensure();
    await write('packages/other/src/index.ts', 'changed');
    await write('operator/node_modules/x/index.js', 'changed');
    expect(await ensure()).toBe(false);
  });

  it('is tried again after a failure, which says what to run', async () => {
    const failing = ensureOperatorBundle(checkout, async () => {
      throw new Error('main.ts:3: no such export');
    });
    await expect(failing).rejects.toMatchObject({
      code: 'Bundle',
      message: expect.stringMatching(
        /yarn workspace @monero-portal\/operator bundle.*main\.ts:3: no such export/,
      ),
    });
    expect(await ensure()).toBe(true);
  });
});
