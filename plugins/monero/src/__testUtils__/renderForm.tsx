import { fireEvent, screen } from '@testing-library/react';
import {
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import * as fields from '../scaffolder/fields';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
// A file of the repository, of none of its packages.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import templateFile from '../../../../templates/monero-node-set/template.yaml';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import changeTemplateFile from '../../../../templates/monero-node-set-change/template.yaml';
import { renderPage, type PageOptions } from './renderPage';

interface TemplateFile {
  spec: { parameters: (JsonObject & { title: string })[] };
}

// The transform of the tests reads the file; its types take every YAML for a text.
const templates = [
  templateFile,
  changeTemplateFile,
] as unknown as TemplateFile[];

// A field is opaque to plugins; the scaffolder opens it in this way.
const extensions = Object.values(fields) as unknown as FieldExtensionOptions[];

/** What a form is rendered with. */
export interface FormOptions extends PageOptions {
  /** What is filled in already. */
  initialState?: Record<string, JsonValue>;
  onCreate?: (values: Record<string, JsonValue>) => Promise<void>;
}

/** A step of the template by its title, of whichever template has it; the owner is left to its own plugin. */
function step(title: string): JsonObject {
  const found = templates
    .flatMap(template => template.spec.parameters)
    .find(item => item.title === title);
  if (!found) {
    throw new Error(`No template has a step "${title}".`);
  }
  const { owner: _, ...properties } = found.properties as JsonObject;
  return {
    ...found,
    properties,
    required: (found.required as string[]).filter(name => name !== 'owner'),
  };
}

/** Renders one step of the node set's template with our fields in it. */
export function renderForm(title: string, options: FormOptions = {}) {
  const { initialState, onCreate = async () => undefined, ...page } = options;
  const schema = step(title);
  return renderPage(
    <SecretsContextProvider>
      <Stepper
        manifest={{ title: 'Test', steps: [{ title, schema }] }}
        extensions={extensions}
        initialState={initialState}
        onCreate={onCreate}
        formProps={{ EXPERIMENTAL_theme: 'bui' }}
      />
    </SecretsContextProvider>,
    page,
  );
}

/** Goes on to the review, as the user would. */
export async function review() {
  fireEvent.click(await screen.findByRole('button', { name: 'Review' }));
}
