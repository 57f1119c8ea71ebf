import {
  compareVersions,
  worstSeverityOf,
  type FleetItem,
  type MoneroKind,
} from '@monero-portal/plugin-monero-common';
import type { HealthOfKind } from '../health';

/** What a kind adds to what every kind tells. */
type Own = Pick<
  FleetItem,
  'network' | 'memberOf' | 'daemon' | 'versions' | 'hashrate'
>;

const OWN: { [K in MoneroKind]: (health: HealthOfKind[K]) => Own } = {
  MoneroNodeSet: ({ network, memberOf, nodes }) => ({
    network,
    memberOf,
    versions: versionsOf(nodes),
  }),
  MoneroNetwork: ({ network, members }) => ({
    network,
    versions: versionsOf(members.map(({ node }) => node)),
  }),
  MoneroMiningNodeSet: ({ miners, hashrate, workFrom }) => ({
    versions: versionsOf(miners),
    // Enough digits to see it change, few enough not to tell of every breath.
    hashrate: hashrate && Number(hashrate.toPrecision(2)),
    daemon: daemonOf(workFrom),
  }),
};

function daemonOf({
  daemonKind,
  name,
}: HealthOfKind['MoneroMiningNodeSet']['workFrom']): FleetItem['daemon'] {
  return daemonKind && name !== undefined
    ? { kind: daemonKind, name }
    : undefined;
}

/** The health of an object in a line. */
export function toFleetItem<K extends MoneroKind>(
  kind: K,
  health: HealthOfKind[K],
): FleetItem {
  const [worst] = health.findings;
  const { state, headline } = health.verdict;
  return {
    kind,
    cluster: health.cluster,
    namespace: health.namespace,
    name: health.name,
    uid: health.uid,
    owner: health.owner,
    system: health.system,
    labels: health.labels,
    ...OWN[kind](health),
    replicas: health.replicas,
    readyReplicas: health.readyReplicas,
    verdict: { state, headline },
    finding: worst && {
      code: worst.code,
      what: worst.what,
      since: worst.since,
    },
    severity: worstSeverityOf(health.findings),
    proposalId: health.proposalId,
    paused: health.paused,
    stale: health.stale,
    asOf: health.stale ? health.asOf : undefined,
  };
}

function versionsOf(
  parts: readonly ({ version?: string } | undefined)[],
): string[] {
  const versions = parts.flatMap(part => part?.version ?? []);
  return [...new Set(versions)].sort(compareVersions);
}
