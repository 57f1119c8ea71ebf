import { KubeObject } from '@monero-portal/kube-client';
import {
  LABEL_VALUES,
  LABELS,
  MoneroNodeSet,
  NETWORK,
  netTypeOf,
  Nettype,
  PORTS,
} from '@monero-portal/monero-api';
import { keepMetadata } from '../machinery/keepPod';
import { Finding, REASON } from '../status/conditions';
import { MiningNodeSet } from './spec';

/** What gives work, a node set or a network, as it is read: through the API alone. */
export interface Daemon extends KubeObject {
  /** Of a node set; a network is on regtest, whatever it says. */
  spec?: MoneroNodeSet['spec'];
  status?: { readyReplicas?: number };
}

/** What is read of it; there is one for every node set, few of which give work. */
export function keepDaemon(daemon: Daemon): Daemon {
  const { apiVersion, kind, metadata, spec, status } = daemon;
  const args = spec?.monerod?.args;
  return {
    apiVersion,
    kind,
    metadata: keepMetadata(metadata),
    spec: { network: spec?.network, ...(args ? { monerod: { args } } : {}) },
    status: { readyReplicas: status?.readyReplicas },
  };
}

/** What daemonRef says. */
export type DaemonRef = NonNullable<MiningNodeSet['spec']['daemonRef']>;

/** Name of the Service that gives work, or undefined with a pool. */
export function daemonHost({
  namespace,
  spec,
}: MiningNodeSet): string | undefined {
  return spec.daemonRef && `${spec.daemonRef.name}-rpc.${namespace}.svc`;
}

/** `host:port` of the RPC that gives work, or undefined with a pool. */
export function daemonAddress(set: MiningNodeSet): string | undefined {
  const host = daemonHost(set);
  return host && `${host}:${PORTS.restrictedRpc}`;
}

/** What selects the daemon's pods: those of the set, or of all members. */
export function daemonLabels({
  kind,
  name,
}: DaemonRef): Record<string, string> {
  const group = kind === NETWORK.kind ? LABELS.network : LABELS.instance;
  return { [LABELS.name]: LABEL_VALUES.name, [group]: name };
}

/**
 * Why the daemon gives no work now; undefined when it does. It passes by
 * itself once the daemon is there and in sync.
 */
export function daemonFinding(
  { namespace, spec: { daemonRef } }: MiningNodeSet,
  daemon: Daemon | undefined,
): Finding | undefined {
  if (!daemonRef) return undefined;
  const { kind, name } = daemonRef;
  if (!daemon || daemon.metadata.deletionTimestamp) {
    return {
      reason: REASON.daemonMissing,
      message: `There is no ${kind} ${name} in namespace ${namespace}: create it, or name another in daemonRef.`,
    };
  }
  return (daemon.status?.readyReplicas ?? 0) > 0
    ? undefined
    : {
        reason: REASON.daemonNotReady,
        message: `No ${
          kind === NETWORK.kind ? 'member' : 'node'
        } of ${name} is in sync yet; miners get work when one is.`,
      };
}

/** First characters of primary addresses. */
const PRIMARY: Readonly<Record<Nettype, string>> = {
  mainnet: '4',
  regtest: '4',
  testnet: '9A',
  stagenet: '5',
};

/** The wallet is of another network than the nodes: they would refuse to work for it. */
export function walletFinding(
  { spec: { daemonRef, wallet } }: MiningNodeSet,
  daemon: Daemon | undefined,
): Finding | undefined {
  if (!daemonRef || !wallet || !daemon?.spec) return undefined;
  const network =
    daemonRef.kind === NETWORK.kind ? 'regtest' : netTypeOf(daemon.spec);
  return PRIMARY[network].includes(wallet[0])
    ? undefined
    : {
        reason: REASON.walletOfOtherNetwork,
        message: `${
          daemonRef.name
        } is on ${network}, where primary addresses begin with ${PRIMARY[
          network
        ]
          .split('')
          .join(' or ')}; wallet begins with ${
          wallet[0]
        }. Write an address of that network.`,
      };
}
