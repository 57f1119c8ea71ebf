import type { Entity } from '@backstage/catalog-model';
import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
// A file of the repository, of none of its packages.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import templateFile from '../../../templates/monero-node-set/template.yaml';

interface TemplateFile {
  apiVersion: string;
  kind: string;
  metadata: { name: string; title: string; description: string };
  spec: JsonObject & {
    parameters: (JsonObject & { title: string; description?: string })[];
  };
}

// The bundler reads the file; its type declarations take every YAML for a text.
const template = templateFile as unknown as TemplateFile;

/** The template as the catalog has it. */
export const TEMPLATE_ENTITY: Entity = {
  ...template,
  metadata: { namespace: 'default', ...template.metadata },
};

/** A team to choose as owner. */
export const OWNER_ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'wallets', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

async function notHere(): Promise<never> {
  throw new Error('There is no scaffolder backend behind this page.');
}

/** Offers the template's form; nothing can be run. */
export function devScaffolderApi(): ScaffolderApi {
  return {
    getTemplateParameterSchema: async () => ({
      title: template.metadata.title,
      description: template.metadata.description,
      steps: template.spec.parameters.map(step => ({
        title: step.title,
        description: step.description,
        schema: step,
      })),
    }),
    getIntegrationsList: async () => ({ integrations: [] }),
    listActions: async () => [],
    scaffold: notHere,
    getTask: notHere,
    cancelTask: notHere,
    retry: notHere,
    listTasks: notHere,
    listTemplatingExtensions: notHere,
    dryRun: notHere,
    autocomplete: notHere,
    streamLogs: () => {
      throw new Error('There is no scaffolder backend behind this page.');
    },
  };
}
