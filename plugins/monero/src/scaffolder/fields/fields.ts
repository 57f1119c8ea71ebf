import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  ArgumentsField,
  argumentsSchema,
  validateArguments,
} from './ArgumentsField';
import {
  ClusterNamespaceField,
  clusterNamespaceSchema,
  validateClusterNamespace,
} from './ClusterNamespaceField';
import {
  ManifestPreviewField,
  manifestPreviewSchema,
} from './ManifestPreviewField';
import { NodeSetField, nodeSetSchema, validateNodeSet } from './NodeSetField';
import {
  NodeSetNameField,
  nodeSetNameSchema,
  validateNodeSetName,
} from './NodeSetNameField';
import {
  QuantityField,
  quantitySchema,
  validateQuantity,
} from './QuantityField';
import {
  ReplicasField,
  replicasSchema,
  validateReplicas,
} from './ReplicasField';

/** `ui:field: MoneroNodeSet` */
export const nodeSetField = createFormField({
  name: 'MoneroNodeSet',
  component: NodeSetField,
  validation: validateNodeSet,
  schema: nodeSetSchema,
});

/** `ui:field: MoneroNodeSetName` */
export const nodeSetNameField = createFormField({
  name: 'MoneroNodeSetName',
  component: NodeSetNameField,
  validation: validateNodeSetName,
  schema: nodeSetNameSchema,
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

/** `ui:field: MonerodArguments` */
export const argumentsField = createFormField({
  name: 'MonerodArguments',
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

/** `ui:field: MoneroManifestPreview` */
export const manifestPreviewField = createFormField({
  name: 'MoneroManifestPreview',
  component: ManifestPreviewField,
  schema: manifestPreviewSchema,
});
