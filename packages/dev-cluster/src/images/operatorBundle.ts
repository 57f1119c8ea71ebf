import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { readIfExists, writeAtomic } from '../host/files';
import { run } from '../shell/run';
import { ImageError } from './errors';
import { sha256, sha256File } from './tar';

const OPERATOR = '@monero-portal/operator';
const BUNDLE_TIMEOUT_MS = 5 * 60_000;
const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

const packageSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});
const stampSchema = z.object({ inputs: z.string(), output: z.string() });

/** Builds `operator/dist/monero.cjs`; a function so that tests need no yarn. */
export type Bundler = (signal?: AbortSignal) => Promise<void>;

/** Runs the operator's own build script with the checked-in yarn. */
export function yarnBundler(checkout: string): Bundler {
  return async signal => {
    const releases = join(checkout, '.yarn', 'releases');
    const [yarn] = (await readdir(releases)).filter(name =>
      name.endsWith('.cjs'),
    );
    await run(
      [process.execPath, join(releases, yarn), 'workspace', OPERATOR, 'bundle'],
      {
        cwd: checkout,
        env: { ...process.env, FORCE_COLOR: '0' },
        timeoutMs: BUNDLE_TIMEOUT_MS,
        signal,
      },
    );
  };
}

/**
 * Brings the operator's bundle up to date; does nothing when neither its
 * sources nor the bundle changed since the last time.
 *
 * @returns whether it was built
 * @throws ImageError `Bundle`
 */
export async function ensureOperatorBundle(
  checkout: string,
  bundle: Bundler,
  signal?: AbortSignal,
): Promise<boolean> {
  const output = join(checkout, 'operator', 'dist', 'monero.cjs');
  const stampPath = join(checkout, 'operator', 'dist', '.bundle.json');
  const inputs = await hashInputs(checkout);
  const stamp = parseStamp(await readIfExists(stampPath));
  if (
    stamp?.inputs === inputs &&
    stamp.output === (await sha256File(output).catch(() => undefined))
  ) {
    return false;
  }
  try {
    await bundle(signal);
    const made = { inputs, output: await sha256File(output) };
    await writeAtomic(stampPath, JSON.stringify(made));
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ImageError(
      'Bundle',
      `the operator does not build; see \`yarn workspace ${OPERATOR} bundle\`: ${
        (cause as Error).message
      }`,
      { cause },
    );
  }
  return true;
}

function parseStamp(text: string | undefined) {
  try {
    return stampSchema.parse(JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Hash of the operator, the workspace packages it depends on, and the lock. */
async function hashInputs(checkout: string): Promise<string> {
  const folders = await workspaceClosure(checkout);
  const files = await Promise.all(
    [...folders, join(checkout, 'crds')].map(sourceFiles),
  );
  const lines = await Promise.all(
    [join(checkout, 'yarn.lock'), ...files.flat()].map(
      async file => `${relative(checkout, file)} ${await sha256File(file)}`,
    ),
  );
  return sha256(lines.sort().join('\n'));
}

async function workspaceClosure(checkout: string): Promise<string[]> {
  const folderOf = new Map<string, string>();
  const dependencies = new Map<string, string[]>();
  const packages = await readdir(join(checkout, 'packages'));
  const folders = packages.map(name => join(checkout, 'packages', name));
  for (const folder of [join(checkout, 'operator'), ...folders]) {
    const text = await readIfExists(join(folder, 'package.json'));
    if (!text) continue;
    const manifest = packageSchema.parse(JSON.parse(text));
    folderOf.set(manifest.name, folder);
    dependencies.set(manifest.name, Object.keys(manifest.dependencies));
  }
  const needed = new Set([OPERATOR]);
  for (const name of needed) {
    for (const dependency of dependencies.get(name) ?? []) {
      if (folderOf.has(dependency)) needed.add(dependency);
    }
  }
  return [...needed].flatMap(name => folderOf.get(name) ?? []);
}

async function sourceFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (SKIPPED.has(entry.name)) continue;
    if (entry.isDirectory()) files.push(...(await sourceFiles(path)));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}
