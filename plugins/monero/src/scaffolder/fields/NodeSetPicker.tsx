import { useCallback } from 'react';
import { Combobox } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  SIGNAL_NODE_SETS,
  type NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { useLive } from '../../hooks';

const POLL_MS = 30_000;
/** As long as a node set's name may be. */
const NAME = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;

function describe({ network, readyReplicas, replicas }: NodeSetHealth): string {
  return `${network}, ${readyReplicas} of ${replicas} in sync`;
}

/** What is wrong with the name of a node set, in words. */
function nameProblem(name: string | undefined): string | undefined {
  if (!name) {
    return 'A node set is needed.';
  }
  return NAME.test(name)
    ? undefined
    : `'${name.slice(
        0,
        64,
      )}' cannot name a node set: lower-case letters, digits and hyphens, 40 at most.`;
}

/** Node sets of a namespace, members of networks among them; one that is not there yet can be named too. */
export function NodeSetPicker(props: {
  target: { cluster?: string; namespace?: string };
  isDisabled: boolean;
  /** Whether the step was to be left without it. */
  isAsked: boolean;
  value: string | undefined;
  onChange: (name: string | undefined) => void;
}) {
  const { target, isDisabled, isAsked, value, onChange } = props;
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) => api.getNodeSets({ signal }),
    [api],
  );
  const { value: known } = useLive(fetcher, {
    channel: SIGNAL_NODE_SETS,
    pollMs: POLL_MS,
  });
  const here = (known?.items ?? []).filter(
    item =>
      item.cluster === target.cluster && item.namespace === target.namespace,
  );
  const found = here.find(({ name }) => name === value);
  return (
    <Combobox
      label="Node set"
      isRequired
      isDisabled={isDisabled}
      allowsCustomValue
      placeholder={here.length > 0 ? 'Choose a node set' : 'Name of a node set'}
      description={noteOn(value, found, known !== undefined)}
      options={here.map(nodeSet => ({
        id: nodeSet.name,
        label: nodeSet.name,
        description: describe(nodeSet),
      }))}
      value={found ? found.name : null}
      inputValue={value ?? ''}
      onInputChange={text => onChange(text.trim() || undefined)}
      onChange={key => key !== null && onChange(String(key))}
      validationBehavior="aria"
      validate={() => (value || isAsked ? nameProblem(value) ?? null : null)}
    />
  );
}

function noteOn(
  value: string | undefined,
  found: NodeSetHealth | undefined,
  isKnown: boolean,
): string {
  if (found) {
    return `${describe(found)}.`;
  }
  return value && isKnown
    ? `The portal sees no node set ${value} in that namespace: the miners wait until there is one.`
    : 'In the namespace of the miners. A member of a network is a node set too, such as regtest-0.';
}
