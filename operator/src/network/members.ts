import { KubeObject } from '@monero-portal/kube-client';
import { Condition } from '@monero-portal/monero-api';
import { containsDesired } from '../machinery/containsDesired';
import { NodeView } from '../nodeset/nodes';
import { IDENTITY_REVISION_ANNOTATION } from '../nodeset/identities';
import { CONDITION, REASON } from '../status/conditions';
import { memberOrdinal } from './names';
import { Member } from './observe';
import { Network } from './spec';

/** One member as its status shows it: its only node, by the member's name. */
export interface MemberView extends NodeView {
  /** What only a person can mend about it. */
  stalled?: string;
}

/**
 * Every member, by number.
 * @param desired - the members wanted, with fingerprints
 */
export function membersOf(
  network: Network,
  members: readonly Member[],
  desired: readonly KubeObject[],
): MemberView[] {
  return members
    .flatMap(each => {
      const { name } = each.metadata;
      const ordinal = memberOrdinal(network.name, name);
      const wanted = desired.find(({ metadata }) => metadata.name === name);
      return ordinal === undefined
        ? []
        : [viewOf(network, each, { ordinal, wanted })];
    })
    .sort((a, b) => a.ordinal - b.ordinal);
}

function viewOf(
  network: Network,
  observed: Member,
  { ordinal, wanted }: { ordinal: number; wanted?: KubeObject },
): MemberView {
  const { metadata, status } = observed;
  // A status of an earlier specification says nothing about this one.
  const current = status?.observedGeneration === metadata.generation;
  const condition = (type: string) =>
    current ? status?.conditions?.find(each => each.type === type) : undefined;
  const ready = condition(CONDITION.ready);
  const stalled = condition(CONDITION.stalled);
  const node =
    current && !awaitsReplacement(observed, ready)
      ? status?.nodes?.[0]
      : undefined;
  const cutOff = isCutOff(network, observed);
  const inSync =
    ready?.status === 'True' && !metadata.deletionTimestamp && !cutOff;
  const phase = metadata.deletionTimestamp
    ? 'Terminating'
    : node?.phase ?? 'Pending';
  const relaying = node?.relaying;
  return {
    pod: metadata.name,
    uid: metadata.uid ?? '',
    ordinal,
    phase,
    inSync,
    serving: inSync,
    ...(relaying === undefined ? {} : { relaying }),
    meetsOn: meetsOn(observed),
    running: (phase === 'InSync' || phase === 'Syncing') && !cutOff,
    outdated: wanted !== undefined && !containsDesired(wanted, observed),
    ...(inSync ? {} : { message: messageOf(observed, ready) }),
    ...(stalled?.status === 'True' ? { stalled: stalled.message } : {}),
  };
}

/**
 * Whether the pod that a member tells of is the one before its last change,
 * about to be stopped. What that pod is, in sync or without a peer on Tor,
 * says nothing about the next: others that took it for the changed one would
 * go while it is away.
 */
function awaitsReplacement(
  { status }: Member,
  ready: Condition | undefined,
): boolean {
  // Kubernetes has yet to say which pods are of the new revision.
  if (ready?.reason === REASON.progressing) return true;
  return status?.updatedReplicas === 0;
}

/** Who goes by changed keys is met by those alone who go by them, too. */
function meetsOn({ spec }: Member): string[] {
  const keys =
    spec?.podTemplate?.annotations?.[IDENTITY_REVISION_ANNOTATION] ?? '';
  return (['tor', 'i2p'] as const)
    .filter(each => spec?.[each]?.enabled)
    .map(each => `${each} ${keys}`);
}

/**
 * The only member of a network runs offline. When others come it serves none
 * of them before it has changed, so that change must wait for nobody.
 */
function isCutOff(network: Network, { spec }: Member): boolean {
  return network.replicas > 1 && (spec?.peers ?? []).length === 0;
}

function messageOf(
  { metadata, status }: Member,
  ready: Condition | undefined,
): string {
  if (metadata.deletionTimestamp) return 'The member is being removed.';
  if (ready?.status === 'True') return 'It is about to join the others.';
  return (
    (ready && status?.nodes?.[0]?.message) ??
    ready?.message ??
    'The operator is about to look at it.'
  );
}
