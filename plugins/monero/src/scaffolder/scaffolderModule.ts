import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  FormFieldBlueprint,
  scaffolderTemplateOutputsBlueprint,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { LazyProposalOutputs } from './outputs/LazyProposalOutputs';

type Fields = typeof import('./fields');

/** A field that is loaded with the first form that is opened. */
function formField(
  name: string,
  pick: (fields: Fields) => { formField: FormField },
) {
  return FormFieldBlueprint.make({
    name,
    params: { field: async () => pick(await import('./fields')).formField },
  });
}

const TEMPLATES = [
  'monero-node-set',
  'monero-node-set-change',
  'monero-network',
  'monero-network-change',
  'monero-mining-node-set',
  'monero-mining-node-set-change',
  'monero-scale',
  'monero-upgrade',
  'monero-anonymity',
  'monero-retire',
];

/** What came of a task of ours: the timeline of its proposal, instead of a list of links. */
const proposalOutputs = scaffolderTemplateOutputsBlueprint.make({
  name: 'monero-proposal',
  params: {
    component: LazyProposalOutputs,
    templateRefs: TEMPLATES.map(name => `template:default/${name}`),
  },
});

/** The fields and the results of the Monero templates, for the scaffolder plugin. */
export const moneroScaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    proposalOutputs,
    formField('monero-object', fields => fields.objectField),
    formField('monero-name', fields => fields.nameField),
    formField('monero-owner', fields => fields.ownerField),
    formField(
      'monero-cluster-namespace',
      fields => fields.clusterNamespaceField,
    ),
    formField('monero-replicas', fields => fields.replicasField),
    formField('monero-arguments', fields => fields.argumentsField),
    formField('monero-quantity', fields => fields.quantityField),
    formField('monero-image', fields => fields.imageField),
    formField('monero-work', fields => fields.workField),
    formField('monero-address', fields => fields.walletField),
    formField('monero-switch', fields => fields.switchField),
    formField('monero-chain', fields => fields.chainField),
    formField('monero-problems', fields => fields.problemsField),
    formField('monero-retire', fields => fields.retireField),
    formField('monero-manifest-preview', fields => fields.manifestPreviewField),
    formField('monero-review', fields => fields.reviewField),
  ],
});
