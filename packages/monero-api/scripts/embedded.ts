import type { CustomResourceDefinition } from '../src/crd';

/** The name of the constant that holds a definition: MONERO_NODE_SET_CRD. */
function constantOf(kind: string): string {
  const words = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_');
  return `${words.toUpperCase()}_CRD`;
}

/** A definition as a module, for where no file can be read. */
export function embedded(crd: CustomResourceDefinition): string {
  const { kind, plural } = crd.spec.names;
  return (
    `import type { CustomResourceDefinition } from '../../crd';\n\n` +
    `/** crds/${plural}.yaml, for where no file can be read. */\n` +
    `export const ${constantOf(kind)}: CustomResourceDefinition = ` +
    `${JSON.stringify(crd)};\n`
  );
}

/** A module with every definition by its kind. */
export function definitionsIndex(
  crds: readonly CustomResourceDefinition[],
): string {
  const kinds = crds.map(crd => crd.spec.names.kind);
  return [
    "import type { CustomResourceDefinition } from '../crd';",
    ...kinds.map(
      kind => `import { ${constantOf(kind)} } from './crds/${kind}';`,
    ),
    '',
    '/** The kinds that are defined here. */',
    `export const KINDS = ${JSON.stringify(kinds)} as const;`,
    '',
    '/** One of the kinds that are defined here. */',
    'export type Kind = (typeof KINDS)[number];',
    '',
    '/** The definition of each kind. */',
    'export const DEFINITIONS: Readonly<Record<Kind, CustomResourceDefinition>> = {',
    ...kinds.map(kind => `  ${kind}: ${constantOf(kind)},`),
    '};',
    '',
  ].join('\n');
}
