import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import type { CustomResourceDefinition } from '../src/crd';
import { definitionsIndex, embedded } from './embedded';
import { fillParts } from './fillParts';
import { KIND_RECIPES, type KindRecipe } from './kinds';
import { referencePage } from './referencePage';
import { typesOf } from './typesOf';

/**
 * Brings everything that derives from the CRDs up to date: the generated parts inside them, the TypeScript types, the
 * embedded definitions and the reference pages. With --check it writes nothing and fails on drift.
 */
const ROOT = join(__dirname, '..', '..', '..');
const CRDS = join(ROOT, 'crds');
const REFERENCE = join(ROOT, 'docs', 'reference');
const GENERATED = join(ROOT, 'packages', 'monero-api', 'src', 'generated');

async function outputs(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const definitions: CustomResourceDefinition[] = [];
  for (const recipe of KIND_RECIPES) {
    const path = join(CRDS, recipe.file);
    const crdText = await pretty(
      fillParts(await readFile(path, 'utf8'), recipe.parts(definitions)),
      'crd.yaml',
    );
    const crd = parse(crdText) as CustomResourceDefinition;
    definitions.push(crd);
    files.set(path, crdText);
    for (const [to, text] of await derived(crd, recipe)) files.set(to, text);
  }
  files.set(
    join(GENERATED, 'definitions.ts'),
    await pretty(header('crds/') + definitionsIndex(definitions), 'index.ts'),
  );
  return files;
}

async function derived(
  crd: CustomResourceDefinition,
  recipe: KindRecipe,
): Promise<[string, string][]> {
  const head = header(`crds/${recipe.file}`);
  const { kind } = recipe;
  return [
    [
      join(GENERATED, `${kind}.ts`),
      await pretty(head + (await typesOf(crd, recipe)), 'types.ts'),
    ],
    [
      join(GENERATED, 'crds', `${kind}.ts`),
      await pretty(head + embedded(crd), 'crd.ts'),
    ],
    [
      join(REFERENCE, `${kind.toLowerCase()}.md`),
      await pretty(referencePage(crd, recipe), 'page.md'),
    ],
  ];
}

function header(source: string): string {
  return `// Generated from ${source} by \`yarn workspace @monero-portal/monero-api generate\`. Do not edit.\n\n`;
}

async function pretty(text: string, name: string): Promise<string> {
  const config = await resolveConfig(join(GENERATED, name));
  return format(text, { ...config, filepath: name });
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const [path, text] of await outputs()) {
    const before = await readFile(path, 'utf8').catch(() => undefined);
    if (before === text) continue;
    stale.push(relative(ROOT, path));
    if (!check) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  }
  const verb = check ? 'is out of date' : 'written';
  for (const path of stale) process.stdout.write(`${path} ${verb}\n`);
  if (check && stale.length > 0) {
    process.stderr.write(
      'Run: yarn workspace @monero-portal/monero-api generate\n',
    );
    process.exitCode = 1;
  }
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 2;
});
