import document from './openapi.json';

/** The OpenAPI document of the plugin's HTTP API; openapi.test.ts writes it. */
export const openApiDocument: object = document;
