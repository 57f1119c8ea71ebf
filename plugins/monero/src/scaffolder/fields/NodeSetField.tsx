import { Text } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import type { NodeSetRef } from '@monero-portal/plugin-monero-common';
import { FieldBox, fieldView, readFormState } from '../form';

const NO_NODE_SET =
  'This form is opened from the page of a node set: choose one in the catalog, and press Change on its tab "Nodes".';

/** The node set that is changed; fixed, and filled in by the page that leads here. */
export function NodeSetField(props: FieldExtensionComponentProps<NodeSetRef>) {
  const view = fieldView(props, 'Node set');
  const { nodeSet } = readFormState(view.formData);
  return (
    <FieldBox note={nodeSet && view.description}>
      <Text as="h3" weight="bold">
        {nodeSet ? nodeSet.name : view.label}
      </Text>
      {nodeSet ? (
        <Text as="p" color="secondary">
          cluster {nodeSet.cluster}, namespace {nodeSet.namespace}
        </Text>
      ) : (
        <Text as="p" role="alert">
          {NO_NODE_SET}
        </Text>
      )}
    </FieldBox>
  );
}

/** Refuses a form that was opened without a node set. */
export const validateNodeSet: CustomFieldValidator<NodeSetRef> = (
  nodeSet,
  field,
) => {
  if (!readFormState({ nodeSet }).nodeSet) {
    field.addError(NO_NODE_SET);
  }
};

export const nodeSetSchema = makeFieldSchema({
  output: z =>
    z
      .object({ cluster: z.string(), namespace: z.string(), name: z.string() })
      .describe('The node set that is changed'),
});
