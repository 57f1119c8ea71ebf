import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { CustomResourceDefinition, Schema } from '../src/crd';
import type { KindRecipe } from './kinds';

/** Types that every kind's file takes from elsewhere. */
const IMPORTS = [
  "import type { Condition } from '../condition';",
  "import type { ObjectMeta } from '../objectMeta';",
];

/** The TypeScript types of a kind: the object, its spec, its status, and what bears a title in the schema. */
export async function typesOf(
  { spec }: CustomResourceDefinition,
  recipe: KindRecipe,
): Promise<string> {
  const { kind } = spec.names;
  const [version] = spec.versions;
  const schema = forTypes(version.schema.openAPIV3Schema, recipe, {
    kind,
    apiVersion: `${spec.group}/${version.name}`,
  });
  const body = await compile(schema as JSONSchema, kind, {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment: '',
    format: false,
  });
  return `${[...IMPORTS, ...recipe.imports].join('\n')}\n\n${body}`;
}

/** Renders int-or-string as a union, and as types written by hand what others define or several kinds share. */
function forTypes(
  schema: Schema,
  { handWritten }: KindRecipe,
  { kind, apiVersion }: { readonly kind: string; readonly apiVersion: string },
): unknown {
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
  copy.title = kind;
  copy.required = ['apiVersion', 'kind', 'metadata', 'spec'];
  copy.properties.apiVersion.const = apiVersion;
  copy.properties.kind.const = kind;
  copy.properties.spec.title = `${kind}Spec`;
  copy.properties.status.title = `${kind}Status`;
  const types = {
    metadata: 'ObjectMeta',
    'status.conditions': 'Condition[]',
    ...handWritten,
  };
  for (const [path, tsType] of Object.entries(types)) {
    replaceAt(copy, path.split('.'), tsType);
  }
  return copy;
}

/** The part of a schema that is replaced. */
interface Fields {
  description?: string;
  properties?: Record<string, Fields>;
}

function replaceAt(
  schema: Fields,
  [step, ...rest]: string[],
  tsType: string,
): void {
  const field = schema.properties?.[step];
  if (!schema.properties || !field) {
    throw new Error(`The schema has no field ${step} to replace.`);
  }
  if (rest.length > 0) {
    replaceAt(field, rest, tsType);
    return;
  }
  const { description } = field;
  Object.assign(schema.properties, { [step]: { description, tsType } });
}
