import { fireEvent, screen } from '@testing-library/react';
import {
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import * as fields from '../scaffolder/fields';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
/* eslint-disable @backstage/no-relative-monorepo-imports -- files of the repository, of none of its packages */
import moneroNodeSet from '../../../../templates/monero-node-set/template.yaml';
import moneroNodeSetChange from '../../../../templates/monero-node-set-change/template.yaml';
import moneroNetwork from '../../../../templates/monero-network/template.yaml';
import moneroNetworkChange from '../../../../templates/monero-network-change/template.yaml';
import moneroMiningNodeSet from '../../../../templates/monero-mining-node-set/template.yaml';
import moneroMiningNodeSetChange from '../../../../templates/monero-mining-node-set-change/template.yaml';
import moneroScale from '../../../../templates/monero-scale/template.yaml';
import moneroUpgrade from '../../../../templates/monero-upgrade/template.yaml';
import moneroAnonymity from '../../../../templates/monero-anonymity/template.yaml';
import moneroRetire from '../../../../templates/monero-retire/template.yaml';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import { renderPage, type PageOptions } from './renderPage';

interface TemplateFile {
  spec: { parameters: (JsonObject & { title: string })[] };
}

/** By name; the transform of the tests reads the files, whose types take every YAML for a text. */
const TEMPLATES = {
  'monero-node-set': moneroNodeSet,
  'monero-node-set-change': moneroNodeSetChange,
  'monero-network': moneroNetwork,
  'monero-network-change': moneroNetworkChange,
  'monero-mining-node-set': moneroMiningNodeSet,
  'monero-mining-node-set-change': moneroMiningNodeSetChange,
  'monero-scale': moneroScale,
  'monero-upgrade': moneroUpgrade,
  'monero-anonymity': moneroAnonymity,
  'monero-retire': moneroRetire,
} as unknown as Record<string, TemplateFile>;

// Of a field's types the form knows nothing.
const extensions = Object.values(fields).map(
  ({ options }) => options as unknown as FieldExtensionOptions,
);

/** What a form is rendered with. */
export interface FormOptions extends PageOptions {
  /** Which template the step is of; by default whichever has it. */
  template?: string;
  /** What is filled in already. */
  initialState?: Record<string, JsonValue>;
  onCreate?: (values: Record<string, JsonValue>) => Promise<void>;
}

/** A step of a template by its title. */
function step(title: string, template?: string): JsonObject {
  const candidates = template
    ? [TEMPLATES[template]]
    : Object.values(TEMPLATES);
  const found = candidates
    .flatMap(({ spec }) => spec.parameters)
    .find(item => item.title === title);
  if (!found) {
    throw new Error(`No template has a step "${title}".`);
  }
  return found;
}

/** Renders one step of a template with our fields in it. */
export function renderForm(title: string, options: FormOptions = {}) {
  const {
    template,
    initialState,
    onCreate = async () => undefined,
    ...page
  } = options;
  const schema = step(title, template);
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
