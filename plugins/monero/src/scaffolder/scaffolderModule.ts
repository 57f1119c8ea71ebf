import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  FormFieldBlueprint,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';

type Fields = typeof import('./fields');

/** A field that is loaded with the first form that is opened. */
function formField(name: string, pick: (fields: Fields) => FormField) {
  return FormFieldBlueprint.make({
    name,
    params: { field: async () => pick(await import('./fields')) },
  });
}

/** The fields of the Monero templates, for the scaffolder plugin. */
export const moneroScaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    formField('monero-node-set', fields => fields.nodeSetField),
    formField('monero-node-set-name', fields => fields.nodeSetNameField),
    formField(
      'monero-cluster-namespace',
      fields => fields.clusterNamespaceField,
    ),
    formField('monero-replicas', fields => fields.replicasField),
    formField('monerod-arguments', fields => fields.argumentsField),
    formField('monero-quantity', fields => fields.quantityField),
    formField('monero-manifest-preview', fields => fields.manifestPreviewField),
  ],
});
