import { bothSystems } from './bothSystems';
import { ObjectField, objectSchema, validateObject } from './ObjectField';
import { NameField, nameSchema, validateName } from './NameField';
import { OwnerField, ownerSchema, validateOwner } from './OwnerField';
import {
  ClusterNamespaceField,
  clusterNamespaceSchema,
  validateClusterNamespace,
} from './ClusterNamespaceField';
import {
  ReplicasField,
  replicasSchema,
  validateReplicas,
} from './ReplicasField';
import {
  ArgumentsField,
  argumentsSchema,
  validateArguments,
} from './ArgumentsField';
import {
  QuantityField,
  quantitySchema,
  validateQuantity,
} from './QuantityField';
import { ImageField, imageSchema, validateImage } from './ImageField';
import { WorkField, workSchema, validateWork } from './WorkField';
import { SwitchField, switchSchema, validateSwitch } from './SwitchField';
import { ChainField, chainSchema } from './ChainField';
import { ProblemsField, problemsSchema } from './ProblemsField';
import { WalletField, walletSchema, validateWallet } from './WalletField';
import { RetireField, retireSchema, validateRetire } from './RetireField';
import {
  ManifestPreviewField,
  manifestPreviewSchema,
} from './ManifestPreviewField';
import { ReviewField, reviewSchema, validateReview } from './ReviewField';

/** `ui:field: MoneroObject` */
export const objectField = bothSystems({
  name: 'MoneroObject',
  component: ObjectField,
  validation: validateObject,
  schema: objectSchema,
});

/** `ui:field: MoneroName` */
export const nameField = bothSystems({
  name: 'MoneroName',
  component: NameField,
  validation: validateName,
  schema: nameSchema,
});

/** `ui:field: MoneroOwner` */
export const ownerField = bothSystems({
  name: 'MoneroOwner',
  component: OwnerField,
  validation: validateOwner,
  schema: ownerSchema,
});

/** `ui:field: MoneroClusterNamespace` */
export const clusterNamespaceField = bothSystems({
  name: 'MoneroClusterNamespace',
  component: ClusterNamespaceField,
  validation: validateClusterNamespace,
  schema: clusterNamespaceSchema,
});

/** `ui:field: MoneroReplicas` */
export const replicasField = bothSystems({
  name: 'MoneroReplicas',
  component: ReplicasField,
  validation: validateReplicas,
  schema: replicasSchema,
});

/** `ui:field: MoneroArguments` */
export const argumentsField = bothSystems({
  name: 'MoneroArguments',
  component: ArgumentsField,
  validation: validateArguments,
  schema: argumentsSchema,
});

/** `ui:field: MoneroQuantity` */
export const quantityField = bothSystems({
  name: 'MoneroQuantity',
  component: QuantityField,
  validation: validateQuantity,
  schema: quantitySchema,
});

/** `ui:field: MoneroImage` */
export const imageField = bothSystems({
  name: 'MoneroImage',
  component: ImageField,
  validation: validateImage,
  schema: imageSchema,
});

/** `ui:field: MoneroWork` */
export const workField = bothSystems({
  name: 'MoneroWork',
  component: WorkField,
  validation: validateWork,
  schema: workSchema,
});

/** `ui:field: MoneroAddress` */
export const walletField = bothSystems({
  name: 'MoneroAddress',
  component: WalletField,
  validation: validateWallet,
  schema: walletSchema,
});

/** `ui:field: MoneroRetire` */
export const retireField = bothSystems({
  name: 'MoneroRetire',
  component: RetireField,
  validation: validateRetire,
  schema: retireSchema,
});

/** `ui:field: MoneroSwitch` */
export const switchField = bothSystems({
  name: 'MoneroSwitch',
  component: SwitchField,
  validation: validateSwitch,
  schema: switchSchema,
});

/** `ui:field: MoneroChain` */
export const chainField = bothSystems({
  name: 'MoneroChain',
  component: ChainField,
  schema: chainSchema,
});

/** `ui:field: MoneroProblems` */
export const problemsField = bothSystems({
  name: 'MoneroProblems',
  component: ProblemsField,
  schema: problemsSchema,
});

/** `ui:field: MoneroManifestPreview` */
export const manifestPreviewField = bothSystems({
  name: 'MoneroManifestPreview',
  component: ManifestPreviewField,
  schema: manifestPreviewSchema,
});

/** `ui:field: MoneroReview` */
export const reviewField = bothSystems({
  name: 'MoneroReview',
  component: ReviewField,
  validation: validateReview,
  schema: reviewSchema,
});
