import { Combobox } from '@backstage/ui';
import type { DaemonRef, FleetItem } from '@monero-portal/plugin-monero-common';
import { useFleet } from '../../hooks';
import type { Work } from '../form';

/** As long as a node set's name may be. */
const NAME = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;

/** What could give work. */
type Candidate = FleetItem & DaemonRef;

function isCandidate(item: FleetItem): item is Candidate {
  return item.kind === 'MoneroNodeSet' || item.kind === 'MoneroNetwork';
}

function describe({
  kind,
  network = '',
  readyReplicas,
  replicas,
}: Candidate): string {
  return kind === 'MoneroNetwork'
    ? `a network, ${readyReplicas} of ${replicas} members in sync`
    : `${network}, ${readyReplicas} of ${replicas} in sync`;
}

/** What is wrong with a name, in words. */
function nameProblem(name: string | undefined): string | undefined {
  if (!name) {
    return 'A node set or a network is needed.';
  }
  return NAME.test(name)
    ? undefined
    : `'${name.slice(
        0,
        64,
      )}' cannot name a node set: lower-case letters, digits and hyphens, 40 at most.`;
}

/** A node set, unless a network is meant. */
function workOf({ kind, name }: DaemonRef): Work {
  return kind === 'MoneroNetwork'
    ? { daemon: name, daemonKind: kind }
    : { daemon: name };
}

/** Networks and node sets of a namespace, members among them; a node set that is not there yet can be named too. */
export function DaemonPicker(props: {
  target: { cluster?: string; namespace?: string };
  isDisabled: boolean;
  /** Whether the step was to be left without it. */
  isAsked: boolean;
  value: Work;
  onChange: (work: Work) => void;
}) {
  const { target, isDisabled, isAsked, value, onChange } = props;
  const { daemon, daemonKind = 'MoneroNodeSet' } = value;
  const { value: fleet } = useFleet();
  const here = (fleet?.items ?? [])
    .filter(isCandidate)
    .filter(
      item =>
        item.cluster === target.cluster && item.namespace === target.namespace,
    );
  const found = here.find(
    ({ kind, name }) => kind === daemonKind && name === daemon,
  );

  const type = (text: string) => {
    const name = text.trim();
    if (name === (daemon ?? '')) {
      return; // the text follows what was chosen
    }
    const named = here.find(each => each.name === name);
    onChange(name ? workOf(named ?? { kind: 'MoneroNodeSet', name }) : {});
  };
  const choose = (key: string) => {
    const chosen = here.find(each => idOf(each) === key);
    if (chosen) {
      onChange(workOf(chosen));
    }
  };
  return (
    <Combobox
      label="Node set or network"
      isRequired
      isDisabled={isDisabled}
      allowsCustomValue
      placeholder={here.length > 0 ? 'Choose one' : 'Name of a node set'}
      description={noteOn(value, found, fleet !== undefined)}
      options={here.map(each => ({
        id: idOf(each),
        label: each.name,
        description: describe(each),
      }))}
      value={found ? idOf(found) : null}
      inputValue={daemon ?? ''}
      onInputChange={type}
      onChange={key => key !== null && choose(String(key))}
      validationBehavior="aria"
      validate={() => (daemon || isAsked ? nameProblem(daemon) ?? null : null)}
    />
  );
}

function idOf({ kind, name }: DaemonRef): string {
  return `${kind}/${name}`;
}

function noteOn(
  { daemon, daemonKind }: Work,
  found: Candidate | undefined,
  isKnown: boolean,
): string {
  if (found) {
    const text = describe(found);
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  }
  const what = daemonKind ? 'network' : 'node set';
  return daemon && isKnown
    ? `The portal sees no ${what} ${daemon} in that namespace: the miners wait until there is one.`
    : 'In the namespace of the miners. A member of a network is a node set too, such as regtest-0.';
}
