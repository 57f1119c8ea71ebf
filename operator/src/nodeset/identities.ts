import { NODE_SET } from '@monero-portal/monero-api';
import { IdentityKeeper } from '../anonymity/IdentityKeeper';
import { AnonymityNetwork, SHARED_OWNER } from '../anonymity/identities';
import { fingerprint } from '../machinery/canonicalJson';
import { StatefulSet } from '../machinery/kubeTypes';
import { hasFront, Identities } from './anonymity';
import { childLabels } from './labels';
import { podName, secretName } from './names';
import { NodeSet } from './spec';

/** Identities of a set, and how they are known. */
export interface KeptSet {
  identities: Identities;
  /** Some keys are a person's, who may change them at any time. */
  foreign: boolean;
}

/**
 * Keys of every pod that is wanted, made where they are missing.
 * @throws IdentityError, for a person to mend
 */
export async function keepIdentities(
  nodeSet: NodeSet,
  keeper: IdentityKeeper,
  signal: AbortSignal,
): Promise<KeptSet> {
  const keep = (network: AnonymityNetwork) =>
    keeper.keep(requestOf(nodeSet, network), signal);
  const [tor, i2p] = [await keep('tor'), await keep('i2p')];
  return {
    identities: { tor: tor.addresses, i2p: i2p.addresses },
    foreign: tor.foreign || i2p.foreign,
  };
}

function requestOf(nodeSet: NodeSet, network: AnonymityNetwork) {
  const { name, namespace, uid, spec, paused } = nodeSet;
  const pods = Array.from({ length: spec.replicas }, (_, i) =>
    podName(name, i),
  );
  const shared = network === 'tor' && hasFront(spec) ? [SHARED_OWNER] : [];
  return {
    network,
    namespace,
    owners: spec[network].enabled ? [...pods, ...shared] : [],
    given: spec[network].secretRef,
    own: { name: secretName(name, network), labels: childLabels(name) },
    // An address is kept as long as the chain of its node.
    goesWith:
      spec.volumeRetention === 'Delete'
        ? {
            apiVersion: NODE_SET.apiVersion,
            kind: NODE_SET.kind,
            name,
            uid,
            controller: true as const,
          }
        : undefined,
    create: !paused,
  };
}

/**
 * Annotation of the StatefulSet: fingerprints of the addresses, by pod. Of a
 * member of a network, too: its network tells it when to take changed keys.
 */
export const IDENTITIES_ANNOTATION = 'utxo.com.br/identities';

/** Annotation of the pod template: changes when keys of pods were changed. */
export const IDENTITY_REVISION_ANNOTATION = 'utxo.com.br/identity-revision';

/** What the StatefulSet notes about identities. */
export interface IdentityNote {
  /** Fingerprints by pod, as text. */
  known: string;
  /** Absent until keys are changed for the first time. */
  revision?: string;
}

/** What the network of a member says of its keys. */
export interface GivenKeys {
  /** Absent until keys are changed for the first time. */
  revision?: string;
}

/** The part of a pod template that notes a revision. */
interface Template {
  metadata?: { annotations?: Readonly<Record<string, string>> };
}

/**
 * Keys that changed are a change like any other: the template gets another
 * revision, and the pods are replaced in turn. Keys of new pods are not: they
 * leave the template as it is.
 *
 * @param pinned - the template that is kept, which is there while a
 *   StatefulSet is replaced by another; absent: that of the StatefulSet
 * @param given - of a member of a network, whose turn the network decides on
 */
export function noteIdentities(
  identities: Identities,
  running: StatefulSet | undefined,
  pinned?: unknown,
  given?: GivenKeys,
): IdentityNote | undefined {
  // Written by this operator alone, or not to be read at all.
  const template = (pinned as Template | undefined) ?? running?.spec?.template;
  const revision =
    template?.metadata?.annotations?.[IDENTITY_REVISION_ANNOTATION];
  const known = running?.metadata.annotations?.[IDENTITIES_ANNOTATION];
  return given
    ? noteKeys(identities, { revision: given.revision ?? revision })
    : noteKeys(identities, { known, revision });
}

/**
 * What is to be noted of keys.
 * @param before - what was noted of them until now
 * @param next - the revision of keys that changed; absent: made of them
 */
export function noteKeys(
  { tor, i2p }: Identities,
  before: Partial<IdentityNote>,
  next?: string,
): IdentityNote | undefined {
  const pods = new Set([...Object.keys(tor), ...Object.keys(i2p)]);
  pods.delete(SHARED_OWNER);
  if (pods.size === 0) return undefined;
  const prints = Object.fromEntries(
    [...pods].sort().map(pod => [
      pod,
      // Each network by itself: turning one on changes no keys of the other.
      {
        ...(tor[pod] ? { tor: tor[pod].slice(0, 12) } : {}),
        ...(i2p[pod] ? { i2p: i2p[pod].slice(0, 12) } : {}),
      },
    ]),
  );
  const known = JSON.stringify(prints);
  const { revision } = before;
  return changed(before.known, prints)
    ? { known, revision: next ?? fingerprint(prints) }
    : { known, ...(revision ? { revision } : {}) };
}

type Prints = Record<string, { tor?: string; i2p?: string }>;

function changed(before: string | undefined, now: Prints): boolean {
  if (before === undefined) return false;
  let old: Prints;
  try {
    // Written here; whoever damaged it by hand gets a rollout.
    old = JSON.parse(before) as Prints;
  } catch {
    return true;
  }
  return Object.entries(now).some(([pod, { tor, i2p }]) => {
    const was = old[pod] ?? {};
    return (
      (was.tor && tor && was.tor !== tor) || (was.i2p && i2p && was.i2p !== i2p)
    );
  });
}
