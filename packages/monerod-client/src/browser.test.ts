import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SEED_LANGUAGES } from './browser';

const BUNDLE_TIMEOUT_MS = 30_000;

interface Metafile {
  outputs: Record<string, { bytes: number; entryPoint?: string }>;
}

let folder: string;

/** Bundles for a browser; fails on anything that only Node has. */
async function bundle(): Promise<Metafile['outputs'][string][]> {
  const metafile = join(folder, 'meta.json');
  await promisify(execFile)(
    process.execPath,
    [
      require.resolve('esbuild/bin/esbuild'),
      join(__dirname, 'browser.ts'),
      '--bundle',
      '--minify',
      '--splitting',
      '--format=esm',
      '--platform=browser',
      `--outdir=${folder}`,
      `--metafile=${metafile}`,
    ],
    { timeout: BUNDLE_TIMEOUT_MS },
  );
  const { outputs } = JSON.parse(await readFile(metafile, 'utf8')) as Metafile;
  return Object.values(outputs);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-bundle-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('makes a small bundle for browsers, with each word list apart', async () => {
  const outputs = await bundle();
  const entry = outputs.find(({ entryPoint }) =>
    entryPoint?.endsWith('browser.ts'),
  );
  const wordLists = outputs.filter(({ entryPoint }) =>
    entryPoint?.includes('/words/'),
  );
  expect(entry?.bytes).toBeLessThan(60_000);
  expect(wordLists).toHaveLength(SEED_LANGUAGES.length);
});
