import {
  entityNameOf,
  fleetKeyOf,
  type MiningSetHealth,
  type MoneroKind,
  type NetworkHealth,
  type NodeSetHealth,
  type ObjectDocument,
  type Proposal,
  type ProposalDocument,
} from '@monero-portal/plugin-monero-common';

/** How people call the kinds. */
const WORDS: Record<MoneroKind, string> = {
  MoneroNodeSet: 'Node set',
  MoneroNetwork: 'Network',
  MoneroMiningNodeSet: 'Mining set',
};

/** The health of an object of each kind. */
export interface HealthByKind {
  MoneroNodeSet: NodeSetHealth;
  MoneroNetwork: NetworkHealth;
  MoneroMiningNodeSet: MiningSetHealth;
}

/** What is not in the object itself. */
export interface DocumentContext {
  locationTemplate: string;
  /** When the document is made, ISO 8601. */
  now: string;
}

/**
 * What can be searched of an object: what it is called, where it is, whose it
 * is, what was found, and the addresses by which others know it. Pure.
 */
export function toObjectDocument<K extends MoneroKind>(
  kind: K,
  health: HealthByKind[K],
  { locationTemplate, now }: DocumentContext,
): ObjectDocument {
  const { cluster, namespace, name, owner = '', verdict, findings } = health;
  const ref = { kind, cluster, namespace, name };
  const network = 'network' in health ? health.network : '';
  return {
    ...{ ...ref, owner, network, title: name },
    text: sentences([
      `${WORDS[kind]} ${name} in namespace ${namespace} of cluster ${cluster}`,
      network,
      owner && `Owner ${owner}`,
      health.system && `System ${health.system}`,
      verdict.state,
      verdict.headline,
      ...findings.map(({ what }) => what),
      ...wordsOf(health),
    ]),
    location: locationOf(locationTemplate, entityNameOf(ref)),
    authorization: { resourceRef: fleetKeyOf(ref) },
    state: verdict.state,
    headline: verdict.headline,
    indexedAt: now,
  };
}

/** What can be searched of a proposal. Pure. */
export function toProposalDocument(proposal: Proposal): ProposalDocument {
  const { id, title, kind, cluster, namespace, name } = proposal;
  const { owner = '', proposedBy, state, createdAt, path } = proposal;
  return {
    ...{ id, title, kind, cluster, namespace, name, owner },
    ...{ proposedBy, state, createdAt },
    text: sentences([
      `Proposal #${id}`,
      `${WORDS[kind]} ${name} in namespace ${namespace} of cluster ${cluster}`,
      `Proposed by ${proposedBy}`,
      owner && `Owner ${owner}`,
      state,
      path,
      proposal.pullRequest &&
        `${proposal.pullRequest.forge} #${proposal.pullRequest.number}`,
    ]),
    location: `/monero/proposals/${id}`,
    authorization: { resourceRef: String(id) },
  };
}

/** What tells an object of its kind from others. */
function wordsOf(health: HealthByKind[MoneroKind]): (string | undefined)[] {
  if ('nodes' in health) {
    const { rpc, nodes, memberOf } = health;
    return [
      memberOf && `Member of ${memberOf}`,
      ...[rpc.clusterDns, rpc.external, rpc.onion],
      ...nodes.flatMap(({ onionAddress, i2pAddress }) => [
        onionAddress,
        i2pAddress,
      ]),
    ];
  }
  if ('members' in health) {
    return health.members.map(({ nodeSet }) => nodeSet);
  }
  const { name } = health.workFrom;
  return [name && `Work from ${name}`];
}

/** Nothing is said twice. */
function sentences(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part): part is string => Boolean(part));
  return [...new Set(said.map(part => part.replace(/\.$/, '')))]
    .map(part => `${part}.`)
    .join(' ');
}

function locationOf(template: string, entityName: string): string {
  return template
    .replace(':namespace', 'default')
    .replace(':kind', 'resource')
    .replace(':name', encodeURIComponent(entityName));
}
