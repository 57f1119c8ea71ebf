import { KubeObject } from '@monero-portal/kube-client';
import { MoneroNetworkSpec, NETWORK } from '@monero-portal/monero-api';
import { withFingerprint } from '../machinery/planChanges';
import { desiredChildren, isMember } from '../network/children';
import { Member } from '../network/observe';
import { Network, parseNetwork } from '../network/spec';
import { REASON } from '../status/conditions';

/** A network as the API server has it: three members, unless said otherwise. */
export function rawNetwork(
  spec: MoneroNetworkSpec = {},
  metadata: Partial<KubeObject['metadata']> = {},
): KubeObject {
  return {
    apiVersion: NETWORK.apiVersion,
    kind: NETWORK.kind,
    metadata: {
      name: 'regtest',
      namespace: 'lab',
      uid: 'uid-of-regtest',
      generation: 1,
      resourceVersion: '1',
      ...metadata,
    },
    spec: { replicas: 3, ...spec },
  };
}

/** The same, understood. */
export function network(
  spec: MoneroNetworkSpec = {},
  metadata: Partial<KubeObject['metadata']> = {},
): Network {
  return parseNetwork(rawNetwork(spec, metadata));
}

/** How a member of a test is. */
export interface MemberTraits {
  /** As `Ready` has it; in sync unless said otherwise. */
  ready?: 'True' | 'False';
  phase?: 'Starting' | 'Syncing' | 'InSync';
  /** Whether it hands transactions on; absent: it is neither on Tor nor on I2P. */
  relaying?: boolean;
  /** The operator has not looked at its specification yet. */
  unseen?: boolean;
  /** It has looked, and the pod of before the change is still there: known as such or not. */
  replacing?: 'known' | 'unknown';
  /** Why it needs a person. */
  stalled?: string;
  terminating?: boolean;
}

function reasonOf(replacing: MemberTraits['replacing']): string {
  if (!replacing) return 'X';
  return replacing === 'known' ? REASON.rollingOut : REASON.progressing;
}

/** A member as the network wants it, with a status. */
export function memberOf(
  of: Network,
  ordinal: number,
  traits: MemberTraits = {},
): Member {
  const desired = desiredChildren({
    ...of,
    replicas: Math.max(of.replicas, ordinal + 1),
  })
    .filter(isMember)
    .map(withFingerprint)[ordinal];
  const { replacing, stalled } = traits;
  const { ready = replacing ? 'False' : 'True' } = traits;
  const { phase = ready === 'True' ? 'InSync' : 'Syncing' } = traits;
  const lastTransitionTime = '2026-01-01T00:00:00Z';
  return {
    ...desired,
    metadata: {
      ...desired.metadata,
      uid: `uid-of-${desired.metadata.name}`,
      generation: 1,
      ...(traits.terminating ? { deletionTimestamp: lastTransitionTime } : {}),
    },
    status: {
      observedGeneration: traits.unseen ? 0 : 1,
      updatedReplicas: replacing === 'known' ? 0 : 1,
      conditions: [
        {
          type: 'Ready',
          status: ready,
          reason: reasonOf(replacing),
          message: `Ready is ${ready}.`,
          lastTransitionTime,
        },
        {
          type: 'Stalled',
          status: stalled ? 'True' : 'False',
          reason: 'X',
          message: stalled ?? 'Nothing needs a person.',
          lastTransitionTime,
        },
      ],
      nodes: [
        {
          pod: `${desired.metadata.name}-0`,
          phase,
          inSync: ready === 'True',
          ...(traits.relaying === undefined
            ? {}
            : { relaying: traits.relaying }),
          ...(ready === 'True' ? {} : { message: `The node is ${phase}.` }),
        },
      ],
    },
  } as Member;
}
