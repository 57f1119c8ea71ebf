import * as schemas from '@monero-portal/plugin-monero-common';
import { ZodType, type AnyZodObject, type ZodTypeAny } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { OPERATIONS, type Operation } from './operations';

type Json = Record<string, unknown>;

/** A schema of a name, wherever it is referred to. */
const REFERENCE = /#\/components\/schemas\/(\w+)/g;

/** Schemas of monero-common by their name in the document: `proposalSchema` is `Proposal`. */
const NAMED: Record<string, ZodTypeAny> = Object.fromEntries(
  Object.entries<unknown>(schemas)
    .filter((entry): entry is [string, ZodType] => entry[1] instanceof ZodType)
    .map(([name, schema]) => [nameOf(name), schema]),
);

/** What the parameters of routes are; the document has them one by one. */
const PARAMETERS = new Set<ZodTypeAny | undefined>(
  OPERATIONS.flatMap(({ params, query }) => [params, query]),
);

const without = (schema: ZodTypeAny) =>
  Object.fromEntries(
    Object.entries(NAMED).filter(([, each]) => each !== schema),
  );

const ERRORS: Record<number, string> = {
  400: 'InputError: what is wrong with the input, field by field',
  401: 'AuthenticationError: no usable token, or a wrong signature',
  403: 'NotAllowedError: the permission does not cover it',
  404: 'NotFoundError: it is not there, or one may not see it',
  409: 'ConflictError: it is no longer as its author saw it',
  429: 'TooManyProposalsError: Retry-After says when it may go on',
  503: 'ServiceUnavailableError: the repository or the forge cannot be used',
};

const ERROR_SCHEMA: Json = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        violations: {
          type: 'array',
          description:
            'What is wrong with a manifest, in the words of the API server.',
          items: { $ref: '#/components/schemas/Violation' },
        },
      },
      additionalProperties: true,
    },
    request: {
      type: 'object',
      properties: { method: { type: 'string' }, url: { type: 'string' } },
    },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: { type: 'integer' } },
    },
  },
};

/** The OpenAPI document of the plugin's HTTP API, made of what the routes read and answer. */
export function buildDocument(): Json {
  const used = new Map<string, Json>();
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method]: toOperation(operation, used),
    };
  }
  // The violations of an error are of no route.
  jsonOf(schemas.violationSchema, used);
  return inlined({
    openapi: '3.0.3',
    info: {
      title: 'monero',
      version: '1',
      description: 'Health of Monero nodes, and proposals of changes to them.',
      license: {
        name: 'Apache-2.0',
        url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
      },
    },
    servers: [{ url: '/api/monero' }],
    security: [{ JWT: [] }],
    paths,
    components: {
      securitySchemes: {
        JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
      responses: Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [
          `Error${status}`,
          answerOf(description, { $ref: '#/components/schemas/Error' }),
        ]),
      ),
      schemas: Object.fromEntries(
        [...used, ['Error', ERROR_SCHEMA] as const].sort(([a], [b]) =>
          a < b ? -1 : 1,
        ),
      ),
    },
  });
}

function toOperation(operation: Operation, used: Map<string, Json>): Json {
  const { operationId, summary, permission, body } = operation;
  const errors = permission
    ? [401, 403, ...operation.errors]
    : [401, ...operation.errors];
  const parameters = [
    ...parametersOf('path', operation.params, used),
    ...parametersOf('query', operation.query, used),
  ];
  return {
    operationId,
    summary,
    ...(permission
      ? { description: `Needs the permission ${permission.name}.` }
      : { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonOf(body, used) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(
          ([status, { description, schema }]) => [
            status,
            answerOf(description, schema && jsonOf(schema, used)),
          ],
        ),
      ),
      ...Object.fromEntries(
        errors
          .sort()
          .map(status => [
            status,
            { $ref: `#/components/responses/Error${status}` },
          ]),
      ),
    },
  };
}

function parametersOf(
  where: 'path' | 'query',
  schema: AnyZodObject | undefined,
  used: Map<string, Json>,
): Json[] {
  const { properties = {} } = schema ? jsonOf(schema, used) : {};
  return Object.entries(properties as Json).map(([name, each]) => ({
    name,
    in: where,
    required: where === 'path',
    schema: each,
  }));
}

function answerOf(description: string, schema: Json | undefined): Json {
  return {
    description,
    ...(schema && { content: { 'application/json': { schema } } }),
  };
}

/**
 * A schema. Those of a name that it is made of are put into `used` and referred
 * to; so is the schema itself, unless it is that of parameters.
 */
function jsonOf(schema: ZodTypeAny, used: Map<string, Json>): Json {
  const { definitions = {}, ...own } = zodToJsonSchema(schema, {
    target: 'openApi3',
    definitions: PARAMETERS.has(schema) ? without(schema) : NAMED,
    $refStrategy: 'root',
    // Whoever reads an answer should not mind what is added later.
    removeAdditionalStrategy: 'strict',
    allowedAdditionalProperties: undefined,
  }) as Json & { definitions?: Record<string, Json> };
  const shown = inOpenApi(own) as Json;
  addReferred(shown, definitions, used);
  return shown;
}

/** Puts into `used` what is referred to, and what that refers to. */
function addReferred(
  shown: Json,
  definitions: Record<string, Json>,
  used: Map<string, Json>,
): void {
  for (const [, name] of JSON.stringify(shown).matchAll(REFERENCE)) {
    if (!used.has(name)) {
      const definition = inOpenApi(definitions[name]) as Json;
      used.set(name, definition);
      addReferred(definition, definitions, used);
    }
  }
}

/** What the version of the format calls otherwise: references, and pairs. */
function inOpenApi(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOpenApi);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const json = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, inOpenApi(each)]),
  );
  if (typeof json.$ref === 'string') {
    return {
      $ref: json.$ref.replace('#/definitions/', '#/components/schemas/'),
    };
  }
  return Array.isArray(json.items) ? { ...json, items: json.items[0] } : json;
}

/** A reference into the middle of a schema is none to generators of clients: what it refers to stands there. */
function inlined(document: Json): Json {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(resolve);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const { $ref } = value as Json;
    const path = typeof $ref === 'string' ? $ref.split('/').slice(1) : [];
    return path.length > 3
      ? resolve(
          path.reduce<unknown>((at, key) => (at as Json)?.[key], document),
        )
      : Object.fromEntries(
          Object.entries(value).map(([key, each]) => [key, resolve(each)]),
        );
  };
  return resolve(document) as Json;
}

function nameOf(name: string): string {
  const short = name.replace(/Schema$/, '');
  return short[0].toUpperCase() + short.slice(1);
}
