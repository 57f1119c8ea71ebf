import { KubeObject } from '@monero-portal/kube-client';
import { LABELS, MoneroNodeSetSpec, NODE_SET } from '@monero-portal/monero-api';
import { networkLabels } from '../labels';
import { identitySecretName, memberName } from '../names';
import { peersOf } from '../../nodeset/peers';
import { ANONYMITY_PORTS } from '../../anonymity/ports';
import { memberPeers } from '../peers';
import { MemberIdentities, memberPod } from '../identities';
import { Network } from '../spec';
import { ownedBy } from './ownership';

/**
 * One member: a node set of one node that knows the members below it. The
 * label on its pods makes them one group with those of the other members.
 */
export function member(
  network: Network,
  ordinal: number,
  identities: MemberIdentities,
): KubeObject {
  const { labels, annotations, spec: template } = network.template;
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
    },
  };
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: {
      name: memberName(network.name, ordinal),
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
