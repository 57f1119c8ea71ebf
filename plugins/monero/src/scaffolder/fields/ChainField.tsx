import { Radio, RadioGroup } from '@backstage/ui';
import {
  makeFieldSchema,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import {
  formatBytes,
  isQuantity,
  parseQuantity,
} from '@monero-portal/monero-api';
import { FieldBox, fieldView, standardDiskSize } from '../form';

/** What a node's disk is made like, for people; undefined while the network is not known. */
function diskOf(formData: unknown, prune: boolean): string | undefined {
  const size = standardDiskSize({ ...Object(formData), prune });
  return isQuantity(size) ? formatBytes(parseQuantity(size)) : undefined;
}

/** Whether nodes keep the whole chain or a pruned one, with the disk that takes on the network chosen. */
export function ChainField(props: FieldExtensionComponentProps<boolean>) {
  const view = fieldView(props, 'Chain');
  const whole = diskOf(view.formData, false);
  const pruned = diskOf(view.formData, true);
  const differ = whole !== pruned;
  const both =
    whole && !differ
      ? `Either way a disk of ${whole} per node is enough on this network.`
      : undefined;
  return (
    <FieldBox
      name={props.name}
      note={[both, view.description].filter(Boolean).join(' ')}
    >
      <RadioGroup
        label={view.label}
        isRequired={view.isRequired}
        isDisabled={view.isDisabled}
        value={view.value ? 'pruned' : 'whole'}
        onChange={chosen => view.onChange(chosen === 'pruned')}
      >
        <Radio value="whole">
          {differ && whole ? `Whole: ${whole} of disk per node` : 'Whole'}
        </Radio>
        <Radio value="pruned">
          {differ && pruned ? `Pruned: ${pruned} of disk per node` : 'Pruned'}
        </Radio>
      </RadioGroup>
    </FieldBox>
  );
}

export const chainSchema = makeFieldSchema({
  output: z => z.boolean().describe('Whether the chain is pruned'),
});
