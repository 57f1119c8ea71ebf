import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { mockServices } from '@backstage/backend-test-utils';
import { buildDocument } from '../../scripts/openapi/buildDocument';
import { createRouter, type RouterOptions } from '../router';
import { openApiDocument } from '.';

const FILE = join(__dirname, 'openapi.json');

/** Writes the document anew where it is asked for: `UPDATE_GOLDEN=1`. */
function written(): unknown {
  if (process.env.UPDATE_GOLDEN) {
    writeFileSync(FILE, `${JSON.stringify(buildDocument(), null, 2)}\n`);
  }
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

describe('the OpenAPI document', () => {
  it('is what the schemas of the routes say; UPDATE_GOLDEN=1 writes it anew', () => {
    expect(written()).toEqual(buildDocument());
  });

  it('is valid', async () => {
    const document = await SwaggerParser.validate(
      JSON.parse(JSON.stringify(buildDocument())),
    );
    expect(document.info.title).toBe('monero');
  });

  it('tells of every route, and of no other', () => {
    const router = createRouter({
      httpAuth: mockServices.httpAuth(),
    } as RouterOptions);
    const routes = (router.stack as Layer[])
      .flatMap(({ route }) =>
        Object.keys(route?.methods ?? {}).map(
          method => `${method} ${route?.path.replace(/:(\w+)/g, '{$1}')}`,
        ),
      )
      .filter(route => route !== 'get /openapi.json');
    const { paths } = openApiDocument as {
      paths: Record<string, Record<string, unknown>>;
    };
    const told = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method} ${path}`),
    );
    expect(told.sort()).toEqual(routes.sort());
  });
});
