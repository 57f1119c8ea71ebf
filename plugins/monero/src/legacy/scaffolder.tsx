import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import * as fields from '../scaffolder/fields';
import type { FieldOfBothSystems } from '../scaffolder/fields/bothSystems';
import { LazyProposalOutputs } from '../scaffolder/outputs/LazyProposalOutputs';
import { compat } from './compat';
import { moneroPlugin } from './plugin';

function provide<Value>({ options }: FieldOfBothSystems<Value>) {
  return moneroPlugin.provide(
    createScaffolderFieldExtension({
      ...options,
      component: compat(options.component),
    }),
  );
}

const ObjectField = provide(fields.objectField);
const NameField = provide(fields.nameField);
const OwnerField = provide(fields.ownerField);
const ClusterNamespaceField = provide(fields.clusterNamespaceField);
const ReplicasField = provide(fields.replicasField);
const ArgumentsField = provide(fields.argumentsField);
const QuantityField = provide(fields.quantityField);
const ImageField = provide(fields.imageField);
const WorkField = provide(fields.workField);
const WalletField = provide(fields.walletField);
const ChainField = provide(fields.chainField);
const ProblemsField = provide(fields.problemsField);
const RetireField = provide(fields.retireField);
const SwitchField = provide(fields.switchField);
const ManifestPreviewField = provide(fields.manifestPreviewField);
const ReviewField = provide(fields.reviewField);

/** The fields of the Monero templates: put it inside `ScaffolderFieldExtensions`. */
export const moneroFieldExtensions = (
  <>
    <ObjectField />
    <NameField />
    <OwnerField />
    <ClusterNamespaceField />
    <ReplicasField />
    <ArgumentsField />
    <QuantityField />
    <ImageField />
    <WorkField />
    <WalletField />
    <ChainField />
    <ProblemsField />
    <RetireField />
    <SwitchField />
    <ManifestPreviewField />
    <ReviewField />
  </>
);

/** The timeline of the proposal that a task made: `components.TemplateOutputsComponent` of the `ScaffolderPage`. */
export const MoneroTemplateOutputs = compat(LazyProposalOutputs);
