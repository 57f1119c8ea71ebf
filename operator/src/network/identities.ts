import { NETWORK } from '@monero-portal/monero-api';
import { Addresses, AnonymityNetwork } from '../anonymity/identities';
import { IdentityKeeper } from '../anonymity/IdentityKeeper';
import { podName } from '../nodeset/names';
import { networkLabels } from './labels';
import { identitySecretName, memberName } from './names';
import { Network } from './spec';

/** Addresses of the members' pods on both networks. */
export interface MemberIdentities {
  tor: Addresses;
  i2p: Addresses;
  /** Some keys are a person's, who may change them at any time. */
  foreign: boolean;
}

/** What a network without Tor and I2P has. */
export const NO_IDENTITIES: MemberIdentities = {
  tor: {},
  i2p: {},
  foreign: false,
};

/** The only pod of a member. */
export const memberPod = (network: string, ordinal: number) =>
  podName(memberName(network, ordinal), 0);

/**
 * Keys of all members in one Secret of the network: every member must know the
 * addresses of others before its pod starts, for monerod reads its peers then.
 * @throws IdentityError, for a person to mend
 */
export async function keepIdentities(
  network: Network,
  keeper: IdentityKeeper,
  signal: AbortSignal,
): Promise<MemberIdentities> {
  const keep = (kind: AnonymityNetwork) =>
    keeper.keep(requestOf(network, kind), signal);
  const [tor, i2p] = [await keep('tor'), await keep('i2p')];
  return {
    tor: tor.addresses,
    i2p: i2p.addresses,
    foreign: tor.foreign || i2p.foreign,
  };
}

function requestOf(network: Network, kind: AnonymityNetwork) {
  const { name, namespace, uid, replicas, paused, template } = network;
  const wanted = template.spec[kind];
  return {
    network: kind,
    namespace,
    owners: wanted?.enabled
      ? Array.from({ length: replicas }, (_, i) => memberPod(name, i))
      : [],
    given: wanted?.secretRef?.name,
    own: { name: identitySecretName(name, kind), labels: networkLabels(name) },
    goesWith:
      template.spec.volumeRetention === 'Delete'
        ? {
            apiVersion: NETWORK.apiVersion,
            kind: NETWORK.kind,
            name,
            uid,
            controller: true as const,
          }
        : undefined,
    create: !paused,
  };
}
