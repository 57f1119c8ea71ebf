import { NumberField } from '@backstage/ui';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { resourceNeeds, toManifest } from '@monero-portal/monero-api';
import { useClusters } from '../../hooks';
import { kindWordsOf } from '../../lib/kindWords';
import {
  complaint,
  FieldBox,
  fieldView,
  manifestInputOf,
  problemAt,
  readFormState,
  type FormState,
} from '../form';

const MAX_REPLICAS = 100;

/** What the strict placement means on a cluster with so many machines. */
function placementNote(
  state: FormState,
  kubeNodes: number | undefined,
): string {
  const { kind, hardAntiAffinity, target } = state;
  const replicas = state.replicas ?? 1;
  if (kubeNodes === undefined || replicas <= kubeNodes) {
    return '';
  }
  const { part, parts } = kindWordsOf(kind);
  const machines = kubeNodes === 1 ? '1 machine' : `${kubeNodes} machines`;
  return hardAntiAffinity
    ? ` ${target.cluster} has ${machines}: ${
        replicas - kubeNodes
      } of the ${parts} will wait for more.`
    : ` ${target.cluster} has ${machines}: some will run more than one ${part}.`;
}

/** Number of nodes, members or miners, and what they cost. */
export function ReplicasField(props: FieldExtensionComponentProps<number>) {
  const view = fieldView(props, 'Nodes');
  const state = readFormState(view.formData);
  const { value: clusters } = useClusters();
  const cluster = clusters?.items.find(
    item => item.name === state.target.cluster,
  );
  const problem =
    view.value === undefined ? undefined : problemAt(view.formData, 'replicas');
  const needs = resourceNeeds(toManifest(manifestInputOf(state)));
  return (
    <FieldBox
      name={props.name}
      note={`${needs}${placementNote(state, cluster?.kubeNodes)} ${
        view.description ?? ''
      }`.trim()}
    >
      <NumberField
        label={view.label}
        isRequired={view.isRequired}
        isDisabled={view.isDisabled}
        minValue={props.schema.minimum ?? 0}
        maxValue={props.schema.maximum ?? MAX_REPLICAS}
        value={view.value ?? NaN}
        onChange={value =>
          view.onChange(Number.isNaN(value) ? undefined : value)
        }
        validationBehavior="aria"
        validate={() => complaint(view, problem)}
      />
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words. */
export const validateReplicas: CustomFieldValidator<number> = (
  replicas,
  field,
  { formData },
) => {
  const problem = problemAt({ ...formData, replicas }, 'replicas');
  if (problem) {
    field.addError(problem);
  }
};

export const replicasSchema = makeFieldSchema({
  output: z => z.number().int().describe('Number of nodes'),
});
