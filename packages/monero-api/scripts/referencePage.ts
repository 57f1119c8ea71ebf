import { MONEROD_FLAGS } from '../src/args/flags';
import type { MonerodFlag } from '../src/args/flag';
import type { CustomResourceDefinition, Schema } from '../src/crd';
import type { XmrigFlag } from '../src/mining/xmrigFlag';
import { XMRIG_FLAGS } from '../src/mining/xmrigFlags';
import type { KindRecipe } from './kinds';

/**
 * The reference of the custom resource as Markdown: each field with its type, default and meaning, and, where the
 * recipe asks for it, each option of the program with its meaning or the reason why it is refused.
 */
export function referencePage(
  crd: CustomResourceDefinition,
  { options }: Pick<KindRecipe, 'options'>,
): string {
  const { names, group, versions } = crd.spec;
  const [version] = versions;
  const schema = version.schema.openAPIV3Schema;
  const { spec, status } = schema.properties ?? {};
  return [
    `# ${names.kind}`,
    `<!-- Generated from crds/${names.plural}.yaml; see packages/monero-api. Do not edit. -->`,
    schema.description ?? '',
    `\`apiVersion: ${group}/${version.name}\`, \`kind: ${names.kind}\`. ` +
      `With kubectl: \`kubectl get ${names.shortNames?.[0] ?? names.plural}\`.`,
    '## spec',
    table(rowsOf('', spec ?? {})),
    ...(options === 'monerod' ? monerodChapter() : []),
    ...(options === 'xmrig' ? xmrigChapter() : []),
    '## status',
    'Written by the operator.',
    table(rowsOf('', status ?? {})),
    '',
  ].join('\n\n');
}

function xmrigChapter(): string[] {
  return [
    '## Options of xmrig',
    'What may stand in `xmrig.args`. Those marked *pool* do not go with `daemonRef`.',
    xmrigTable(XMRIG_FLAGS.filter(flag => flag.owned === undefined)),
    'What is refused, and why:',
    refusedTable(XMRIG_FLAGS.filter(flag => flag.owned !== undefined)),
  ];
}

function xmrigTable(flags: readonly XmrigFlag[]): string {
  return [
    '| Option | Meaning |',
    '| --- | --- |',
    ...flags.map(
      ({ name, short, takesValue, help, withoutDaemon }) =>
        `| ${short ? `${code(`-${short}`)}, ` : ''}${code(
          `--${name}${takesValue ? '=VALUE' : ''}`,
        )} | ${help}${withoutDaemon ? ' *pool*' : ''} |`,
    ),
  ].join('\n');
}

function monerodChapter(): string[] {
  return [
    '## Options of monerod',
    'What may stand in `monerod.args`. Each may be given once unless marked otherwise.',
    optionTable(MONEROD_FLAGS.filter(flag => flag.owned === undefined)),
    'What is refused, and why:',
    refusedTable(MONEROD_FLAGS.filter(flag => flag.owned !== undefined)),
  ];
}

interface Row {
  readonly field: string;
  readonly type: string;
  readonly value: string;
  readonly meaning: string;
}

function rowsOf(path: string, schema: Schema): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = path ? `${path}.${name}` : name;
    const inner = field.items ?? field;
    return [
      {
        field: here,
        type: typeOf(field),
        value: isObject(field.default) ? '' : code(field.default),
        meaning:
          (schema.required?.includes(name) ? 'Required. ' : '') +
          (field.description ?? ''),
      },
      ...rowsOf(field.items ? `${here}[]` : here, inner),
    ];
  });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object';
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema['x-kubernetes-int-or-string']) return 'quantity';
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.additionalProperties) {
    return `map to ${typeOf(schema.additionalProperties)}`;
  }
  const range =
    schema.minimum !== undefined && schema.maximum !== undefined
      ? ` ${schema.minimum} to ${schema.maximum}`
      : '';
  return `${schema.type}${range}`;
}

function code(value: unknown): string {
  return value === undefined ? '' : `\`${String(value)}\``;
}

function optionTable(flags: readonly MonerodFlag[]): string {
  return [
    '| Option | Meaning |',
    '| --- | --- |',
    ...flags.map(flag => `| ${optionOf(flag)} | ${meaningOf(flag)} |`),
  ].join('\n');
}

function optionOf({ name, takesValue, takesNumber }: MonerodFlag): string {
  const value = takesNumber ? '=NUMBER' : '=VALUE';
  return code(`--${name}${takesValue ? value : ''}`);
}

function meaningOf({ help, repeatable, since }: MonerodFlag): string {
  return [
    help,
    repeatable ? 'May be repeated.' : '',
    since ? `Since monerod ${since}.` : '',
  ]
    .filter(text => text !== '')
    .join(' ');
}

function refusedTable(
  flags: readonly Pick<MonerodFlag, 'name' | 'owned'>[],
): string {
  return [
    '| Option | It |',
    '| --- | --- |',
    ...flags.map(flag => `| ${code(`--${flag.name}`)} | ${flag.owned} |`),
  ].join('\n');
}

function table(rows: Row[]): string {
  return [
    '| Field | Type | Default | Meaning |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      row =>
        `| \`${row.field}\` | ${row.type} | ${
          row.value
        } | ${row.meaning.replace(/\|/g, '\\|')} |`,
    ),
  ].join('\n');
}
