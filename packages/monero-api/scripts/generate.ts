import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { fillRules } from './fillRules';
import { referencePage } from './referencePage';
import type { CustomResourceDefinition } from '../src/crd';

/**
 * Brings everything that derives from the CRD up to date: the generated rules inside it, the TypeScript types, the
 * embedded definition and the reference page. With --check it writes nothing and fails on drift.
 */
const ROOT = join(__dirname, '..', '..', '..');
const CRD = join(ROOT, 'crds', 'moneronodesets.yaml');
const GENERATED = join(ROOT, 'packages', 'monero-api', 'src', 'generated');
const HEADER =
  '// Generated from crds/moneronodesets.yaml by `yarn workspace @monero-portal/monero-api generate`. Do not edit.\n\n';

async function outputs(): Promise<Map<string, string>> {
  const crdText = await pretty(
    fillRules(await readFile(CRD, 'utf8')),
    'crd.yaml',
  );
  const crd = parse(crdText) as CustomResourceDefinition;
  const schema = crd.spec.versions[0].schema.openAPIV3Schema;
  return new Map([
    [CRD, crdText],
    [join(GENERATED, 'MoneroNodeSet.ts'), await types(schema)],
    [join(GENERATED, 'crd.ts'), await embedded(crd)],
    [
      join(ROOT, 'docs', 'reference', 'moneronodeset.md'),
      await pretty(referencePage(crd), 'page.md'),
    ],
  ]);
}

async function types(schema: object): Promise<string> {
  const body = await compile(forTypes(schema) as JSONSchema, 'MoneroNodeSet', {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment: '',
    format: false,
  });
  return pretty(
    `${HEADER}import type { ObjectMeta } from '../objectMeta';\n\n${body}`,
    'MoneroNodeSet.ts',
  );
}

/** Renders int-or-string as a union and metadata as Kubernetes' own, which the schema leaves open. */
function forTypes(schema: object): unknown {
  const copy = JSON.parse(
    JSON.stringify(schema, (_key, value) =>
      value && value['x-kubernetes-int-or-string']
        ? {
            description: value.description,
            anyOf: [{ type: 'integer' }, { type: 'string' }],
          }
        : value,
    ),
  );
  copy.title = 'MoneroNodeSet';
  copy.required = ['apiVersion', 'kind', 'metadata', 'spec'];
  copy.properties.apiVersion.const = 'utxo.com.br/v1alpha1';
  copy.properties.kind.const = 'MoneroNodeSet';
  copy.properties.metadata = {
    description: copy.properties.metadata.description,
    tsType: 'ObjectMeta',
  };
  copy.properties.spec.title = 'MoneroNodeSetSpec';
  copy.properties.status.title = 'MoneroNodeSetStatus';
  copy.properties.status.properties.conditions.items.title = 'Condition';
  copy.properties.status.properties.nodes.items.title = 'NodeStatus';
  return copy;
}

async function embedded(crd: CustomResourceDefinition): Promise<string> {
  return pretty(
    `${HEADER}import type { CustomResourceDefinition } from '../crd';\n\n` +
      `/** crds/moneronodesets.yaml, for where no file can be read. */\n` +
      `export const MONERO_NODE_SET_CRD: CustomResourceDefinition = ${JSON.stringify(
        crd,
      )};\n`,
    'crd.ts',
  );
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
