import { KubeObject } from '@monero-portal/kube-client';
import { LABELS, MoneroNodeSetSpec, NODE_SET } from '@monero-portal/monero-api';
import { networkLabels } from '../labels';
import {
  IDENTITIES_ANNOTATION,
  IDENTITY_REVISION_ANNOTATION,
} from '../../nodeset/identities';
import { noteMember } from '../keys';
import { identitySecretName, memberName } from '../names';
import { Member } from '../observe';
import { peersOf } from '../../nodeset/peers';
import { ANONYMITY_PORTS } from '../../anonymity/ports';
import { memberPeers } from '../peers';
import { MemberIdentities, memberPod } from '../identities';
import { Network } from '../spec';
import { ownedBy } from './ownership';

/** What members depend on beside their network. */
export interface MemberInputs {
  identities: MemberIdentities;
  /** Members that there are. */
  observed: readonly Member[];
}

/**
 * One member: a node set of one node that knows the members below it. The
 * label on its pods makes them one group with those of the other members.
 * Keys that changed give its pods another revision, so that it takes them when
 * its turn comes, and not when it reads of them.
 */
export function member(
  network: Network,
  ordinal: number,
  { identities, observed }: MemberInputs,
): KubeObject {
  const { labels, spec: template } = network.template;
  const name = memberName(network.name, ordinal);
  const note = noteMember(
    network,
    ordinal,
    identities,
    observed.find(({ metadata }) => metadata.name === name),
  );
  const annotations = {
    ...network.template.annotations,
    ...(note ? { [IDENTITIES_ANNOTATION]: note.known } : {}),
  };
  const spec: MoneroNodeSetSpec = {
    ...template,
    replicas: 1,
    network: 'regtest',
    peers: memberPeers(network, ordinal),
    ...onTor(network, ordinal, identities),
    ...onI2p(network, ordinal, identities),
    podTemplate: {
      ...template.podTemplate,
      labels: {
        ...template.podTemplate?.labels,
        [LABELS.network]: network.name,
      },
      ...(note?.revision
        ? {
            annotations: {
              ...template.podTemplate?.annotations,
              [IDENTITY_REVISION_ANNOTATION]: note.revision,
            },
          }
        : {}),
    },
  };
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: {
      name,
      ...ownedBy(network),
      labels: { ...labels, ...networkLabels(network.name) },
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec,
  };
}

/** The same members are its peers over Tor, and keys come from the network. */
function onTor(network: Network, ordinal: number, { tor }: MemberIdentities) {
  const wanted = network.template.spec.tor;
  if (!wanted?.enabled) return {};
  return {
    tor: {
      ...wanted,
      secretRef: wanted.secretRef ?? {
        name: identitySecretName(network.name, 'tor'),
      },
      peers: addressesOfPeers(network, ordinal, tor).map(
        onion => `${onion}:${ANONYMITY_PORTS.onionP2p}`,
      ),
    },
  };
}

function onI2p(network: Network, ordinal: number, { i2p }: MemberIdentities) {
  const wanted = network.template.spec.i2p;
  if (!wanted?.enabled) return {};
  return {
    i2p: {
      ...wanted,
      secretRef: wanted.secretRef ?? {
        name: identitySecretName(network.name, 'i2p'),
      },
      peers: addressesOfPeers(network, ordinal, i2p),
    },
  };
}

function addressesOfPeers(
  { name, replicas }: Network,
  ordinal: number,
  addresses: Readonly<Record<string, string>>,
): string[] {
  return peersOf(ordinal, replicas).flatMap(
    peer => addresses[memberPod(name, peer)] ?? [],
  );
}
