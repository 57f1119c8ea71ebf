import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
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
import { WalletField, walletSchema, validateWallet } from './WalletField';
import { RetireField, retireSchema, validateRetire } from './RetireField';
import {
  ManifestPreviewField,
  manifestPreviewSchema,
} from './ManifestPreviewField';
import { ReviewField, reviewSchema, validateReview } from './ReviewField';

/** `ui:field: MoneroObject` */
export const objectField = createFormField({
  name: 'MoneroObject',
  component: ObjectField,
  validation: validateObject,
  schema: objectSchema,
});

/** `ui:field: MoneroName` */
export const nameField = createFormField({
  name: 'MoneroName',
  component: NameField,
  validation: validateName,
  schema: nameSchema,
});

/** `ui:field: MoneroOwner` */
export const ownerField = createFormField({
  name: 'MoneroOwner',
  component: OwnerField,
  validation: validateOwner,
  schema: ownerSchema,
});

/** `ui:field: MoneroClusterNamespace` */
export const clusterNamespaceField = createFormField({
  name: 'MoneroClusterNamespace',
  component: ClusterNamespaceField,
  validation: validateClusterNamespace,
  schema: clusterNamespaceSchema,
});

/** `ui:field: MoneroReplicas` */
export const replicasField = createFormField({
  name: 'MoneroReplicas',
  component: ReplicasField,
  validation: validateReplicas,
  schema: replicasSchema,
});

/** `ui:field: MoneroArguments` */
export const argumentsField = createFormField({
  name: 'MoneroArguments',
  component: ArgumentsField,
  validation: validateArguments,
  schema: argumentsSchema,
});

/** `ui:field: MoneroQuantity` */
export const quantityField = createFormField({
  name: 'MoneroQuantity',
  component: QuantityField,
  validation: validateQuantity,
  schema: quantitySchema,
});

/** `ui:field: MoneroImage` */
export const imageField = createFormField({
  name: 'MoneroImage',
  component: ImageField,
  validation: validateImage,
  schema: imageSchema,
});

/** `ui:field: MoneroWork` */
export const workField = createFormField({
  name: 'MoneroWork',
  component: WorkField,
  validation: validateWork,
  schema: workSchema,
});

/** `ui:field: MoneroAddress` */
export const walletField = createFormField({
  name: 'MoneroAddress',
  component: WalletField,
  validation: validateWallet,
  schema: walletSchema,
});

/** `ui:field: MoneroRetire` */
export const retireField = createFormField({
  name: 'MoneroRetire',
  component: RetireField,
  validation: validateRetire,
  schema: retireSchema,
});

/** `ui:field: MoneroSwitch` */
export const switchField = createFormField({
  name: 'MoneroSwitch',
  component: SwitchField,
  validation: validateSwitch,
  schema: switchSchema,
});

/** `ui:field: MoneroManifestPreview` */
export const manifestPreviewField = createFormField({
  name: 'MoneroManifestPreview',
  component: ManifestPreviewField,
  schema: manifestPreviewSchema,
});

/** `ui:field: MoneroReview` */
export const reviewField = createFormField({
  name: 'MoneroReview',
  component: ReviewField,
  validation: validateReview,
  schema: reviewSchema,
});
